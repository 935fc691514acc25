package io.quotemark.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of {@code template.yaml} that the embedded cloud runs. */
public record Template(
    Section root,
    Map<String, String> parameters,
    String bucket,
    List<Specs.Queue> queues,
    List<Specs.Table> tables,
    List<Specs.Function> functions,
    List<Specs.Notification> notifications,
    List<Specs.Route> routes,
    Specs.Cors cors,
    List<Specs.Schedule> schedules,
    List<Specs.Stream> streams) {

  public Template {
    parameters = Map.copyOf(parameters);
    queues = List.copyOf(queues);
    tables = List.copyOf(tables);
    functions = List.copyOf(functions);
    notifications = List.copyOf(notifications);
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
    streams = List.copyOf(streams);
  }

  /** This template with other values for some of its parameters, which may make other resources. */
  public Template with(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    values.forEach((name, value) -> {
      if (all.replace(name, value) == null) {
        throw new IllegalArgumentException("the template has no parameter " + name);
      }
    });
    return of(root, all);
  }

  public static Template read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  public static Template parse(String yaml) {
    Section root = Section.of(TemplateYaml.parse(yaml));
    Map<String, String> parameters = new LinkedHashMap<>();
    root.section("Parameters")
        .forEach((name, parameter) -> parameters.put(name, parameter.text("Default", "")));
    return of(root, parameters);
  }

  private static Template of(Section root, Map<String, String> parameters) {
    Section globals = root.section("Globals").section("Function");
    Map<String, Object> common = globals.section("Environment").section("Variables").values();
    String alias = globals.text("AutoPublishAlias", "");
    Intrinsics defaults = new Intrinsics(parameters);
    Conditions conditions = new Conditions(root.section("Conditions"), parameters);
    Resources resources = new Resources(root.section("Resources"), conditions);
    EventSources sources =
        new EventSources(
            resources.all("AWS::Lambda::EventSourceMapping", (id, properties) -> properties),
            target -> function(target, alias),
            defaults);
    return new Template(
        root,
        parameters,
        resources.only("AWS::S3::Bucket"),
        resources.all("AWS::SQS::Queue", Template::queue),
        resources.all(
            "AWS::DynamoDB::Table",
            (id, properties) ->
                table(
                    id,
                    properties,
                    conditions.chosen(properties.values().get("StreamSpecification")) != null)),
        resources.all(
            "AWS::Serverless::Function",
            (id, properties) ->
                function(
                    id,
                    properties,
                    chosen(common, conditions),
                    chosen(
                        properties.section("Environment").section("Variables").values(),
                        conditions),
                    sources.mappings(id),
                    defaults)),
        resources
            .all("AWS::S3::Bucket", (id, properties) -> notifications(id, properties, conditions))
            .stream()
            .flatMap(List::stream)
            .toList(),
        routes(resources, alias),
        resources.all("AWS::ApiGatewayV2::Api", Template::cors).stream()
            .findFirst()
            .orElse(Specs.Cors.NONE),
        resources.all(
            "AWS::Scheduler::Schedule", (id, properties) -> schedule(id, properties, alias)),
        sources.streams());
  }

  private static Map<String, Object> chosen(Map<String, Object> values, Conditions conditions) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      Object one = conditions.chosen(value);
      if (one != null) {
        chosen.put(name, one);
      }
    });
    return chosen;
  }

  /** SAM calls the alias of function F that it makes {@code FAliaslive}. */
  private static String function(String target, String alias) {
    return alias.isEmpty() ? target : target.replaceFirst("Alias" + alias + "$", "");
  }

  public Specs.Function function(String id) {
    return functions.stream()
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no function " + id));
  }

  private record Resources(Section section, Conditions conditions) {
    /** Those of a type that are made. */
    <T> List<T> all(String type, java.util.function.BiFunction<String, Section, T> read) {
      List<T> found = new ArrayList<>();
      section.forEach((id, resource) -> {
        boolean made =
            !resource.values().containsKey("Condition")
                || conditions.holds(resource.text("Condition"));
        if (made && resource.text("Type", "").equals(type)) {
          found.add(read.apply(id, resource.section("Properties")));
        }
      });
      return found;
    }

    String only(String type) {
      List<String> ids = all(type, (id, properties) -> id);
      if (ids.size() != 1) {
        throw new IllegalArgumentException("expected one " + type + ", found " + ids);
      }
      return ids.getFirst();
    }
  }

  private static Specs.Queue queue(String id, Section properties) {
    Section redrive = properties.section("RedrivePolicy");
    return new Specs.Queue(
        id,
        Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
        redrive.isEmpty() ? null : redrive.target("deadLetterTargetArn"),
        redrive.number("maxReceiveCount", 0));
  }

  private static Specs.Table table(String id, Section properties, boolean stream) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Section attribute : properties.sections("AttributeDefinitions")) {
      attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
    }
    List<Specs.Index> indexes =
        properties.sections("GlobalSecondaryIndexes").stream()
            .map(index -> new Specs.Index(index.text("IndexName"), keys(index)))
            .toList();
    Section expiry = properties.section("TimeToLiveSpecification");
    return new Specs.Table(
        id,
        attributes,
        keys(properties),
        indexes,
        expiry.isEmpty() ? null : expiry.text("AttributeName"),
        stream);
  }

  private static Specs.Keys keys(Section owner) {
    String partition = null;
    String sort = null;
    for (Section key : owner.sections("KeySchema")) {
      if (key.text("KeyType").equals("HASH")) {
        partition = key.text("AttributeName");
      } else {
        sort = key.text("AttributeName");
      }
    }
    if (partition == null) {
      throw new IllegalArgumentException("a key schema without a partition key: " + owner);
    }
    return new Specs.Keys(partition, sort);
  }

  private static Specs.Function function(
      String id,
      Section properties,
      Map<String, Object> common,
      Map<String, Object> own,
      List<Specs.Mapping> apart,
      Intrinsics defaults) {
    Map<String, Object> environment = new LinkedHashMap<>(common);
    environment.putAll(own);
    List<Specs.Mapping> mappings = new ArrayList<>(apart);
    properties
        .section("Events")
        .forEach((name, event) -> {
          if (event.text("Type").equals("SQS")) {
            mappings.add(EventSources.mapping(event.section("Properties"), defaults));
          }
        });
    return new Specs.Function(
        id,
        properties.text("Handler"),
        Duration.ofSeconds(properties.number("Timeout", 3)),
        Integer.parseInt(defaults.text(properties.values().getOrDefault("MemorySize", 128))),
        environment,
        mappings);
  }

  private static List<Specs.Notification> notifications(
      String id, Section properties, Conditions conditions) {
    List<Specs.Notification> found = new ArrayList<>();
    Section configuration = properties.section("NotificationConfiguration");
    for (Object given : configuration.list("QueueConfigurations")) {
      Object chosen = conditions.chosen(given);
      if (chosen == null) {
        continue;
      }
      Section entry = Section.of(chosen);
      String prefix = "";
      for (Section rule : entry.section("Filter").section("S3Key").sections("Rules")) {
        if (!rule.text("Name").equals("prefix")) {
          throw new IllegalArgumentException("a notification of " + id + " filters by " + rule);
        }
        prefix = rule.text("Value");
      }
      found.add(new Specs.Notification(entry.text("Event"), prefix, entry.target("Queue")));
    }
    return found;
  }

  private static List<Specs.Route> routes(Resources resources, String alias) {
    Map<String, String> integrations = new LinkedHashMap<>();
    resources
        .all(
            "AWS::ApiGatewayV2::Integration",
            (id, properties) -> Map.entry(id, function(properties.target("IntegrationUri"), alias)))
        .forEach(entry -> integrations.put(entry.getKey(), entry.getValue()));
    return resources.all(
        "AWS::ApiGatewayV2::Route",
        (id, properties) -> {
          String target = properties.substitution("Target");
          @Nullable String function =
              integrations.get(target.substring("integrations/${".length(), target.length() - 1));
          if (function == null) {
            throw new IllegalArgumentException("route " + id + " has no integration: " + target);
          }
          return new Specs.Route(properties.text("RouteKey"), function);
        });
  }

  /** What holds once the parameter names an origin: the first way of the {@code !If}. */
  private static Specs.Cors cors(String id, Section properties) {
    Section choice = properties.section("CorsConfiguration");
    if (choice.isEmpty()) {
      return Specs.Cors.NONE;
    }
    Section cors = Section.of(choice.list("Fn::If").get(1));
    return new Specs.Cors(
        cors.target("AllowOrigins"),
        cors.texts("AllowMethods"),
        cors.texts("AllowHeaders"),
        cors.texts("ExposeHeaders"),
        cors.number("MaxAge", 0));
  }

  private static Specs.Schedule schedule(String id, Section properties, String alias) {
    Section target = properties.section("Target");
    Section deadLetters = target.section("DeadLetterConfig");
    return new Specs.Schedule(
        id,
        properties.text("ScheduleExpression"),
        ZoneId.of(properties.text("ScheduleExpressionTimezone", "UTC")),
        function(target.target("Arn"), alias),
        target.text("Input", "{}"),
        deadLetters.isEmpty() ? null : deadLetters.target("Arn"));
  }
}
