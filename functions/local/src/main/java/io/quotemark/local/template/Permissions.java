package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the roles of a template's functions allow. */
public final class Permissions {
  private Permissions() {}

  /**
   * Function to the calls that its role allows: the action, a space, and the resource by its name
   * in the template, {@code s3:GetObject Bucket/inbox/}.
   */
  public static Map<String, Set<String>> of(String yaml) {
    Section resources = new Section(TemplateYaml.parse(yaml)).section("Resources");
    Map<String, Set<String>> allowed = new TreeMap<>();
    resources.forEach((id, resource) -> {
      if (resource.text("Type", "").equals("AWS::Serverless::Function")) {
        String role = Intrinsics.target(resource.section("Properties").values().get("Role"));
        allowed.put(id, calls(resources.section(role).section("Properties")));
      }
    });
    return allowed;
  }

  private static Set<String> calls(Section role) {
    Set<String> calls = new TreeSet<>();
    for (Map<?, ?> statement : statements(role)) {
      for (Object action : oneOrMany(statement.get("Action"))) {
        for (Object resource : oneOrMany(statement.get("Resource"))) {
          calls.add(action + " " + words(resource));
        }
      }
    }
    return calls;
  }

  /** Statements of a role, those that a condition adds among them. */
  static List<Map<?, ?>> statements(Section role) {
    return role.sections("Policies").stream()
        .flatMap(p -> oneOrMany(p.section("PolicyDocument").values().get("Statement")).stream())
        .flatMap(s ->
            s instanceof Map<?, ?> map && map.get("Fn::If") instanceof List<?> choice
                ? choice.stream().skip(1)
                : Stream.of(s))
        .filter(s -> s instanceof Map<?, ?> map && map.containsKey("Action"))
        .<Map<?, ?>>map(s -> (Map<?, ?>) s)
        .toList();
  }

  private static List<?> oneOrMany(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> many ? many : List.of(value);
  }

  private static String words(Object resource) {
    if (resource instanceof Map<?, ?> map && map.get("Fn::Sub") instanceof String pattern) {
      return pattern.replaceAll("\\$\\{(\\w+)\\.Arn}", "$1").replaceFirst("/\\*$", "/");
    }
    return resource.equals("*") ? "*" : Intrinsics.target(resource);
  }
}
