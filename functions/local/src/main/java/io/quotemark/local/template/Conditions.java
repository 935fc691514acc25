package io.quotemark.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions and rules of a template for given values of its parameters. */
final class Conditions {
  private static final Map<String, String> NO_VALUE = Map.of("Ref", "AWS::NoValue");

  private final Section named;
  private final Map<String, String> parameters;

  /**
   * @param named the template's section Conditions
   * @param parameters every parameter with its value; lists with commas
   */
  Conditions(Section named, Map<String, String> parameters) {
    this.named = named;
    this.parameters = Map.copyOf(parameters);
  }

  /**
   * Whether a condition of this name holds.
   *
   * @throws IllegalArgumentException where there is none, or it asks for more than is known here
   */
  boolean holds(String name) {
    Object expression = named.values().get(name);
    if (expression == null) {
      throw new IllegalArgumentException("there is no condition " + name);
    }
    return test(expression);
  }

  /** Whether {@code Fn::Equals}, {@code Fn::Not}, {@code Fn::And}, {@code Fn::Or} … hold. */
  boolean test(Object expression) {
    Map.Entry<?, ?> only = only(expression);
    return switch ((String) only.getKey()) {
      case "Condition" -> holds((String) only.getValue());
      case "Fn::Equals" -> {
        List<?> sides = (List<?>) only.getValue();
        yield text(sides.get(0)).equals(text(sides.get(1)));
      }
      case "Fn::Not" -> !test(((List<?>) only.getValue()).getFirst());
      case "Fn::And" -> ((List<?>) only.getValue()).stream().allMatch(this::test);
      case "Fn::Or" -> ((List<?>) only.getValue()).stream().anyMatch(this::test);
      default -> throw new IllegalArgumentException("no condition is made of " + expression);
    };
  }

  private String text(Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return String.valueOf(value);
    }
    Map.Entry<?, ?> only = only(value);
    if (only.getKey().equals("Ref")) {
      String known = parameters.get(String.valueOf(only.getValue()));
      if (known != null) {
        return known;
      }
    }
    if (only.getKey().equals("Fn::Join") && only.getValue() instanceof List<?> join) {
      return String.join((String) join.get(0), text(join.get(1)).split(",", -1));
    }
    throw new IllegalArgumentException("a condition cannot ask for " + value);
  }

  private static Map.Entry<?, ?> only(Object expression) {
    if (expression instanceof Map<?, ?> map && map.size() == 1) {
      return map.entrySet().iterator().next();
    }
    throw new IllegalArgumentException("no condition is made of " + expression);
  }

  /** What the rules of a template say against these parameters, in their own words. */
  List<String> refusals(Section rules) {
    List<String> refusals = new ArrayList<>();
    rules.forEach((name, rule) -> {
      Object applies = rule.values().get("RuleCondition");
      if (applies == null || test(applies)) {
        for (Section assertion : rule.sections("Assertions")) {
          if (!test(assertion.values().getOrDefault("Assert", Map.of()))) {
            refusals.add(assertion.text("AssertDescription", name));
          }
        }
      }
    });
    return refusals;
  }

  /** The resources that are made. */
  Section made(Section resources) {
    Map<String, Object> made = new LinkedHashMap<>();
    resources.forEach((id, resource) -> {
      if (!resource.values().containsKey("Condition") || holds(resource.text("Condition"))) {
        Object chosen = chosen(resource.values());
        if (chosen != null) {
          made.put(id, chosen);
        }
      }
    });
    return new Section(made);
  }

  /**
   * A value with every {@code Fn::If} decided and {@code AWS::NoValue} left out.
   *
   * @return null where it is itself no value
   */
  @Nullable Object chosen(@Nullable Object value) {
    if (value == null || value.equals(NO_VALUE)) {
      return null;
    }
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>();
      for (Object element : list) {
        Object chosen = chosen(element);
        if (chosen != null) {
          kept.add(chosen);
        }
      }
      return kept;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.get("Fn::If") instanceof List<?> choice) {
      return chosen(choice.get(holds((String) choice.getFirst()) ? 1 : 2));
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    map.forEach((name, element) -> {
      Object chosen = chosen(element);
      if (chosen != null) {
        kept.put((String) name, chosen);
      }
    });
    return kept;
  }
}
