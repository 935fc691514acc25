package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.scaladsl.ConnectionContext;
import org.apache.pekko.http.scaladsl.Http;
import org.apache.pekko.http.scaladsl.Http$;
import org.apache.pekko.http.scaladsl.HttpExt;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.UniformFanInShape;
import org.apache.pekko.stream.UniformFanOutShape;
import org.apache.pekko.stream.javadsl.GraphDSL;
import org.apache.pekko.stream.javadsl.Merge;
import org.apache.pekko.stream.javadsl.Partition;
import org.apache.pekko.stream.scaladsl.Flow;
import scala.concurrent.Future;

/**
 * The {@link Guard} before ElasticMQ, in the HTTP server that it starts: every route bound in this
 * actor system lies after it.
 */
final class QueuesGuard extends HttpExt {
  private final Guard guard;

  private QueuesGuard(ExtendedActorSystem actors, Guard guard) {
    super(actors.settings().config().getConfig("pekko.http"), actors);
    this.guard = guard;
  }

  /** Makes it the HTTP of an actor system that has bound nothing yet. */
  static void install(ActorSystem actors, Guard guard) {
    QueuesGuard http = new QueuesGuard((ExtendedActorSystem) actors, guard);
    try {
      // ElasticMQ binds its routes itself, and an extension is made by its own id alone
      Field field = actors.getClass().getDeclaredField("extensions");
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Map<Object, Object> extensions = (Map<Object, Object>) field.get(actors);
      extensions.put(Http$.MODULE$, http);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Pekko keeps its extensions elsewhere", e);
    }
    if (!Http$.MODULE$.get(actors).equals(http)) {
      throw new IllegalStateException("this Pekko does not take its HTTP from its extensions");
    }
  }

  @Override
  public Future<Http.ServerBinding> bindAndHandleImpl(
      Flow<HttpRequest, HttpResponse, Object> handler,
      String host,
      int port,
      ConnectionContext connection,
      ServerSettings settings,
      LoggingAdapter log,
      Materializer materializer) {
    return super.bindAndHandleImpl(
        guarded(handler, materializer), host, port, connection, settings, log, materializer);
  }

  /** One request of a connection is under way at a time, so answers stay in order. */
  private Flow<HttpRequest, HttpResponse, Object> guarded(
      Flow<HttpRequest, HttpResponse, Object> handler, Materializer materializer) {
    org.apache.pekko.stream.javadsl.Flow<HttpRequest, HttpResponse, Object> flow =
        org.apache.pekko.stream.javadsl.Flow.fromGraph(
            GraphDSL.create(
                handler,
                (builder, taken) -> {
                  UniformFanOutShape<HttpRequest, HttpRequest> door =
                      builder.add(
                          Partition.create(2, request -> refusal(request).isEmpty() ? 0 : 1));
                  UniformFanInShape<HttpResponse, HttpResponse> out = builder.add(Merge.create(2));
                  FlowShape<HttpRequest, HttpResponse> refused =
                      builder.add(
                          org.apache.pekko.stream.javadsl.Flow.<HttpRequest>create()
                              .map(request -> refused(request, materializer)));
                  builder.from(door.out(0)).via(taken).toInlet(out.in(0));
                  builder.from(door.out(1)).via(refused).toInlet(out.in(1));
                  return FlowShape.of(door.in(), out.out());
                }));
    return flow.asScala();
  }

  private Optional<Guard.Refusal> refusal(HttpRequest request) {
    return guard.refusal(
        new Guard.Asked(
            request.method().value(),
            request.getUri().path(),
            request.getUri().rawQueryString().orElse(null),
            name -> request.getHeader(name).map(HttpHeader::value).orElse(null)));
  }

  private HttpResponse refused(HttpRequest request, Materializer materializer) {
    request.discardEntityBytes(materializer);
    Guard.Answer answer = guard.answer(refusal(request).orElseThrow());
    return (HttpResponse)
        org.apache.pekko.http.javadsl.model.HttpResponse.create()
            .withStatus(Guard.STATUS)
            .withEntity(
                HttpEntities.create(ContentTypes.APPLICATION_JSON, answer.body().getBytes(UTF_8)));
  }
}
