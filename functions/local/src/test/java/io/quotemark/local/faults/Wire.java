package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The wire between the functions and AWS: notes every call and does to some what a plan says. A
 * call that the SDK tries again by itself is another call.
 */
final class Wire {
  private final Map<Integer, Fault> plan = new ConcurrentHashMap<>();
  private final Map<Integer, Runnable> meanwhile = new HashMap<>();
  private final Metered.Units units = new Metered.Units();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<ExecutableHttpRequest> late = new ArrayList<>();
  private volatile @Nullable Fault ended;

  /** Forgets what was noted and takes a plan: place of a call, from 0, to what happens to it. */
  void begin(Map<Integer, Fault> faults) {
    plan.clear();
    plan.putAll(faults);
    meanwhile.clear();
    calls.clear();
    units.clear();
    late.clear();
    ended = null;
  }

  /** Has something done while a call is on its way. */
  void meanwhile(int place, Runnable work) {
    meanwhile.put(place, work);
  }

  /** Calls so far. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** What DynamoDB has counted since the beginning. */
  Metered.Units units() {
    return units;
  }

  /** Faults whose call has not been made. */
  boolean isDone() {
    return plan.isEmpty();
  }

  /** Whether the process that makes the calls has ended, so that nobody hears its answer. */
  boolean isEnded() {
    return ended != null;
  }

  /** Lets the calls arrive that were too slow for their function, and another process begin. */
  void arrive() throws IOException {
    ended = null;
    for (ExecutableHttpRequest request : late) {
      try (AbortableInputStream body =
          request.call().responseBody().orElse(AbortableInputStream.createEmpty())) {
        body.readAllBytes();
      }
    }
    late.clear();
  }

  /** Makes the functions' connections. */
  SdkHttpClient.Builder<?> connections() {
    return new Connections(this);
  }

  private HttpExecuteResponse call(ExecutableHttpRequest there, Call call) throws IOException {
    if (ended != null) {
      throw new Fault.ProcessEnded(ended); // it makes no call any more
    }
    int place = calls.size();
    calls.add(call);
    Runnable work = meanwhile.remove(place);
    @Nullable Fault fault = plan.remove(place);
    if (work != null) {
      work.run();
    }
    if (fault == null) {
      return there.call();
    }
    return switch (fault) {
      case REFUSED -> call.refusal();
      case THROTTLED -> call.throttling();
      case ANSWER_LOST -> {
        discard(there.call());
        throw new IOException("connection reset");
      }
      case TOO_SLOW -> {
        late.add(there);
        throw ended(fault);
      }
      case KILLED_BEFORE -> throw ended(fault);
      case KILLED_AFTER -> {
        discard(there.call());
        throw ended(fault);
      }
    };
  }

  /**
   * Notes a request to a price provider, which comes in on another thread while the function waits.
   *
   * @return as of an obstacle of {@link io.quotemark.fixtures.ScriptedProvider}; where the process
   *     dies with it, no call comes after it
   */
  Optional<Integer> provider() {
    int place = calls.size();
    calls.add(Call.PROVIDER);
    @Nullable Fault fault = plan.remove(place);
    if (fault == null) {
      return Optional.empty();
    }
    return switch (fault) {
      case REFUSED -> Optional.of(403);
      case THROTTLED -> Optional.of(429);
      case ANSWER_LOST -> Optional.of(0);
      case TOO_SLOW, KILLED_BEFORE, KILLED_AFTER -> {
        ended = fault;
        yield Optional.empty();
      }
    };
  }

  private Fault.ProcessEnded ended(Fault fault) {
    ended = fault;
    return new Fault.ProcessEnded(fault);
  }

  private static void discard(HttpExecuteResponse answer) throws IOException {
    try (AbortableInputStream body =
        answer.responseBody().orElse(AbortableInputStream.createEmpty())) {
      body.readAllBytes();
    }
  }

  /** A connection's builder, as the SDK asks for one. */
  private record Connections(Wire wire) implements SdkHttpClient.Builder<Connections> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Connection(wire, UrlConnectionHttpClient.builder().buildWithDefaults(defaults));
    }
  }

  private record Connection(Wire wire, SdkHttpClient there) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      ExecutableHttpRequest prepared = Metered.prepare(there, request, wire.units);
      Call call = Call.of(request);
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          return wire.call(prepared, call);
        }

        @Override
        public void abort() {
          prepared.abort();
        }
      };
    }

    @Override
    public String clientName() {
      return there.clientName();
    }

    @Override
    public void close() {
      there.close();
    }
  }

  /** An answer with this body. */
  static HttpExecuteResponse answer(int status, String body) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("x-amzn-requestid", "none")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
        .build();
  }
}
