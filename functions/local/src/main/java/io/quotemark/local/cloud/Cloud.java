package io.quotemark.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.template.Intrinsics;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's resources, running in this JVM with their state in one folder. */
public final class Cloud implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Cloud.class.getName());

  /** Where the services listen, always on loopback; 0 for any free port. */
  public record Ports(int http, int s3, int sqs, int dynamoDb) {
    public static final Ports ANY = new Ports(0, 0, 0, 0);
  }

  /** Makes the handler that a template's handler string names, from its environment. */
  public interface Functions {
    RequestStreamHandler create(String handler, Map<String, String> environment);
  }

  /**
   * @param services address of one that has S3, SQS and DynamoDB; null for emulators in this JVM,
   *     with their state in {@code data}
   * @param retryDelay receive count of a failed message to seconds until it is delivered again
   * @param notices what an operator should know and do: a file that is not taken, damage that was
   *     passed over; each is logged too
   */
  public record Options(
      Template template,
      Path data,
      Ports ports,
      @Nullable URI services,
      Functions functions,
      IntUnaryOperator retryDelay,
      Clock clock,
      Consumer<String> notices) {
    public Options(
        Template template, Path data, Ports ports, Functions functions, Consumer<String> notices) {
      this(
          template,
          data,
          ports,
          null,
          functions,
          count -> count * count,
          Clock.systemUTC(),
          notices);
    }

    void tell(String notice) {
      LOG.log(Level.WARNING, notice);
      notices.accept(notice);
    }
  }

  private final Deque<Part> parts = new ArrayDeque<>();
  private final Services services;
  private final HttpFront http;

  private Cloud(Options options) throws IOException {
    Template template = options.template();
    Path data = options.data().toAbsolutePath().normalize();
    Ports ports = options.ports();
    Clock clock = options.clock();
    try {
      URI address = options.services();
      services =
          opened(
              address == null
                  ? Emulators.start(template, data, ports, clock, options::tell)
                  : Endpoint.start(template, address));
      Map<String, FunctionHost> functions = functions(options);
      for (Specs.Function spec : template.functions()) {
        FunctionHost function = functions.get(spec.id());
        if (function != null) {
          start(spec, function, options.retryDelay());
        }
      }
      for (Specs.Stream stream : template.streams()) {
        FunctionHost function = functions.get(stream.function());
        if (function != null) {
          opened(
                  new StreamMapping(
                      stream,
                      function,
                      Clients.streams(services.dynamoDb()),
                      services.streamArn(stream.table()),
                      data.resolve("state"),
                      services.machine()))
              .start();
        }
      }
      opened(new Scheduler(template.schedules(), functions, services::send, clock));
      Health health = new Health(services.machine(), List.copyOf(functions.values()));
      http = opened(HttpFront.start(ports.http(), template, functions, health, clock));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException("the cloud did not start: " + e.getMessage(), e);
    }
  }

  public static Cloud start(Options options) throws IOException {
    return new Cloud(options);
  }

  /** Why a folder cannot hold a cloud now, in a sentence; empty where it can. */
  public static Optional<String> trouble(Path data) {
    Disk disk = new Disk(data.toAbsolutePath().normalize());
    disk.suspect();
    return disk.trouble();
  }

  private <T extends Part> T opened(T part) {
    parts.push(part);
    return part;
  }

  private Map<String, FunctionHost> functions(Options options) {
    Map<String, FunctionHost> functions = new LinkedHashMap<>();
    for (Specs.Function spec : options.template().functions()) {
      Map<String, String> environment = environment(options.template(), spec, services);
      functions.put(spec.id(), new FunctionHost(spec, created(options, spec, environment)));
    }
    return functions;
  }

  /** The variables of a function, as the template gives them and with the services' addresses. */
  static Map<String, String> environment(
      Template template, Specs.Function spec, Services services) {
    Intrinsics intrinsics = new Intrinsics(references(template, services));
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("AWS_REGION", Clients.REGION);
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_ENDPOINT_URL_S3", services.s3().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", services.sqs().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", services.dynamoDb().toString());
    spec.environment().forEach((name, value) -> environment.put(name, intrinsics.text(value)));
    return environment;
  }

  /** A function's handler; what it does to get ready runs under its name. */
  private static RequestStreamHandler created(
      Options options, Specs.Function spec, Map<String, String> environment) {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName(spec.id() + " starting");
    try {
      return options.functions().create(spec.handler(), environment);
    } finally {
      thread.setName(name);
    }
  }

  private static Map<String, String> references(Template template, Services services) {
    Map<String, String> references = new LinkedHashMap<>(template.parameters());
    references.put("AWS::Region", Clients.REGION);
    references.put("AWS::AccountId", Clients.ACCOUNT);
    references.put("AWS::StackName", "local");
    references.put(template.bucket(), Bucket.NAME);
    template.queues().forEach(queue -> references.put(queue.id(), services.queueUrl(queue.id())));
    template.tables().forEach(table -> references.put(table.id(), table.id()));
    references.put("TextRoutes", "on"); // whoever reads here is the operator, or signs in
    references.put("SessionKey", "local"); // where people sign in, it lies in the data folder
    references.put("Rates", "none"); // nothing here calls out but to providers that were named
    return references;
  }

  private void start(Specs.Function spec, FunctionHost function, IntUnaryOperator retryDelay) {
    for (Specs.Mapping mapping : spec.mappings()) {
      opened(
              new QueueMapping(
                  mapping,
                  function,
                  services.queues(),
                  services.queueUrl(mapping.queue()),
                  retryDelay,
                  services.machine()))
          .start();
    }
  }

  public URI http() {
    return http.endpoint();
  }

  public URI s3() {
    return services.s3();
  }

  public URI sqs() {
    return services.sqs();
  }

  public URI dynamoDb() {
    return services.dynamoDb();
  }

  public String bucket() {
    return Bucket.NAME;
  }

  public String queueUrl(String queue) {
    return services.queueUrl(queue);
  }

  public SqsClient queues() {
    return services.queues();
  }

  /** Stops what was started, last first; batches under way finish. */
  @Override
  public void close() {
    for (Part part : parts) {
      if (part instanceof QueueMapping mapping) {
        mapping.halt();
      }
    }
    while (!parts.isEmpty()) {
      try {
        parts.pop().stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "a part of the cloud did not stop cleanly", e);
      }
    }
  }
}
