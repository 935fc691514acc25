package io.quotemark.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a deployment of the template would ask of an account, before it is made. */
public final class Plan {
  private final Map<String, String> parameters;
  private final List<String> refusals = new ArrayList<>();
  private final Section made;

  private Plan(Section template, Map<String, String> given) {
    this.parameters = new LinkedHashMap<>();
    template
        .section("Parameters")
        .forEach((name, parameter) -> {
          String value = given.getOrDefault(name, parameter.text("Default", ""));
          parameters.put(name, value);
          String problem = problem(parameter, value);
          if (!problem.isEmpty()) {
            refusals.add("%s=%s is refused: %s.".formatted(name, value, problem));
          }
        });
    given.keySet().stream()
        .filter(name -> !parameters.containsKey(name))
        .forEach(name -> refusals.add("The template has no parameter " + name + "."));
    Conditions conditions = new Conditions(template.section("Conditions"), parameters);
    refusals.addAll(conditions.refusals(template.section("Rules")));
    made = conditions.made(template.section("Resources"));
  }

  /**
   * @param given parameters that are not to have their defaults
   */
  public static Plan of(Path template, Map<String, String> given) throws IOException {
    return parse(Files.readString(template), given);
  }

  static Plan parse(String yaml, Map<String, String> given) {
    return of(new Section(TemplateYaml.parse(yaml)), given);
  }

  static Plan of(Section template, Map<String, String> given) {
    return new Plan(template, given);
  }

  /** Why CloudFormation would not take a value, empty where it would. */
  private static String problem(Section parameter, String value) {
    List<String> allowed = parameter.texts("AllowedValues");
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      return "it is one of " + String.join(", ", allowed);
    }
    String pattern = parameter.text("AllowedPattern", ".*");
    if (!value.matches(pattern)) {
      return "it must match " + pattern;
    }
    if (parameter.text("Type", "").equals("Number")) {
      if (!value.matches("[0-9]{1,9}")) {
        return "it is a whole number";
      }
      int number = Integer.parseInt(value);
      int least = parameter.number("MinValue", 0);
      int most = parameter.number("MaxValue", Integer.MAX_VALUE);
      if (number < least || number > most) {
        return "it is %s at the least%s"
            .formatted(least, most == Integer.MAX_VALUE ? "" : " and " + most + " at the most");
      }
    }
    return "";
  }

  /** What CloudFormation, or a rule of the template, would refuse; a sentence each. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Whether the template has a parameter of this name. */
  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  /**
   * @throws IllegalArgumentException where the template has no such parameter
   */
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the template has no parameter " + name);
    }
    return value;
  }

  /** Executions at once that functions would have to themselves. */
  public int reserved() {
    return functions().stream().mapToInt(f -> f.number("ReservedConcurrentExecutions", 0)).sum();
  }

  /** Executions at once that all queues together may ask for. */
  public int mostFromQueues() {
    int[] most = {0};
    for (Section function : functions()) {
      function
          .section("Events")
          .forEach((name, event) ->
              most[0] +=
                  Integer.parseInt(
                      new Intrinsics(parameters)
                          .text(
                              event
                                  .section("Properties")
                                  .section("ScalingConfig")
                                  .values()
                                  .getOrDefault("MaximumConcurrency", 0))));
    }
    return most[0];
  }

  /** What the functions are deployed from; paths beside the template. */
  public List<String> artefacts() {
    return functions().stream().map(f -> f.text("CodeUri")).toList();
  }

  private List<Section> functions() {
    List<Section> functions = new ArrayList<>();
    made.forEach((id, resource) -> {
      if (resource.text("Type", "").equals("AWS::Serverless::Function")) {
        functions.add(resource.section("Properties"));
      }
    });
    return functions;
  }

  /** The bucket's name, the only one that the template does not leave to CloudFormation. */
  public String bucket(String account, String region) {
    Map<String, String> references = new LinkedHashMap<>(parameters);
    references.put("AWS::AccountId", account);
    references.put("AWS::Region", region);
    return made.values().values().stream()
        .map(Section::of)
        .filter(resource -> resource.text("Type", "").equals("AWS::S3::Bucket"))
        .map(bucket -> bucket.section("Properties").values().get("BucketName"))
        .map(name -> new Intrinsics(references).text(Objects.requireNonNull(name)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the template has no bucket"));
  }
}
