package io.quotemark.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What hands events to functions: queues in a function's {@code Events}; queues and streams of
 * tables as resources of their own, which may have a condition.
 */
final class EventSources {
  private final List<Section> mappings;
  private final UnaryOperator<String> function;
  private final Intrinsics defaults;

  /**
   * @param mappings properties of the resources
   * @param function what a reference to a function's alias stands for
   * @param defaults what parameters of the template are
   */
  EventSources(List<Section> mappings, UnaryOperator<String> function, Intrinsics defaults) {
    this.mappings = List.copyOf(mappings);
    this.function = function;
    this.defaults = defaults;
  }

  /** The queues of a function that are resources of their own. */
  List<Specs.Mapping> mappings(String of) {
    return mappings.stream()
        .filter(mapping -> !isStream(mapping) && function(mapping).equals(of))
        .map(mapping -> {
          Map<String, Object> values = new LinkedHashMap<>(mapping.values());
          values.put("Queue", mapping.values().getOrDefault("EventSourceArn", ""));
          return mapping(new Section(values), defaults);
        })
        .toList();
  }

  List<Specs.Stream> streams() {
    return mappings.stream()
        .filter(EventSources::isStream)
        .map(mapping ->
            new Specs.Stream(
                mapping.target("EventSourceArn"),
                function(mapping),
                mapping.number("BatchSize", 100),
                mapping.section("FilterCriteria").sections("Filters").stream()
                    .map(filter -> filter.text("Pattern"))
                    .toList()))
        .toList();
  }

  private String function(Section mapping) {
    return function.apply(mapping.target("FunctionName"));
  }

  private static boolean isStream(Section mapping) {
    return String.valueOf(mapping.values().get("EventSourceArn")).contains("StreamArn");
  }

  /**
   * @param defaults what parameters of the template are
   */
  static Specs.Mapping mapping(Section properties, Intrinsics defaults) {
    return new Specs.Mapping(
        properties.target("Queue"),
        properties.number("BatchSize", 10),
        Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
        Integer.parseInt(
            defaults.text(
                properties
                    .section("ScalingConfig")
                    .values()
                    .getOrDefault("MaximumConcurrency", 5))),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }
}
