package io.quotemark.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A parsed template, and what is wrong with it so far. */
final class Findings {
  private static final Object OWN_KEY = Map.of("Ref", "KmsKeyArn");
  private static final Object NO_VALUE = Map.of("Ref", "AWS::NoValue");

  private final Section template;
  private final List<String> found = new ArrayList<>();

  Findings(Section template) {
    this.template = template;
  }

  List<String> all() {
    return List.copyOf(found);
  }

  Section template() {
    return template;
  }

  /** Resources of a type: logical id to the whole resource. */
  Map<String, Section> resources(String type) {
    Map<String, Section> resources = new LinkedHashMap<>();
    template
        .section("Resources")
        .forEach((id, resource) -> {
          if (resource.text("Type", "").equals(type)) {
            resources.put(id, resource);
          }
        });
    return resources;
  }

  void each(String type, BiConsumer<String, Section> properties) {
    resources(type)
        .forEach((id, resource) -> properties.accept(id, resource.section("Properties")));
  }

  void require(boolean holds, String what) {
    if (!holds) {
      found.add(what);
    }
  }

  void equal(String what, @Nullable Object actual, Object expected) {
    require(
        Objects.equals(String.valueOf(actual), String.valueOf(expected)),
        what + " is " + actual + ", not " + expected);
  }

  /** The operator's key where one is given, what AWS does by itself where not. */
  void ownKey(String what, @Nullable Object value) {
    equal(what, value, Map.of("Fn::If", List.of("UsesOwnKey", OWN_KEY, NO_VALUE)));
  }

  /**
   * A deletion or replacement of the stack leaves it where it is.
   *
   * @param policy {@code Retain}, or {@code RetainExceptOnCreate} for what goes again where its
   *     creation is rolled back
   */
  void retained(String type, String policy) {
    resources(type)
        .forEach((id, resource) -> {
          equal(id + " DeletionPolicy", resource.values().get("DeletionPolicy"), policy);
          equal(
              id + " UpdateReplacePolicy", resource.values().get("UpdateReplacePolicy"), "Retain");
        });
  }

  /** A list whatever the template writes: one value is a list of one. */
  static List<Object> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> many ? List.copyOf(many) : List.of(value);
  }

  static String target(@Nullable Object value) {
    try {
      return Intrinsics.target(value);
    } catch (IllegalArgumentException e) {
      return "nothing";
    }
  }
}
