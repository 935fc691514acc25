package io.quotemark.publish;

import io.quotemark.publish.events.Announcement;
import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of publish-changes, as template.yaml sets them.
 *
 * @param ssm address of the parameter store, null for the region's own
 * @param events address of EventBridge, null for the region's own
 * @param bus name of the bus that events go to, null for none
 * @param webhook address that events are posted to from here, null for none
 * @param secret name of the parameter that holds the keys of signatures; null where the webhook's
 *     keys lie elsewhere
 * @param slack whether the webhook takes Slack's texts
 * @param told types of event that the webhook is told of
 * @param pages where people read, null where that is not known
 */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI sqs,
    @Nullable URI dynamoDb,
    @Nullable URI ssm,
    @Nullable URI events,
    String bucket,
    String articlesTable,
    String queue,
    String deadLetters,
    @Nullable String bus,
    @Nullable URI webhook,
    @Nullable String secret,
    boolean slack,
    Set<Announcement.Type> told,
    @Nullable String pages,
    String stack,
    String logLevel) {
  private static final String ALL = "all";

  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("publish-changes", variables);
    Config config =
        new Config(
            in.required("AWS_REGION"),
            in.address("AWS_ENDPOINT_URL_S3"),
            in.address("AWS_ENDPOINT_URL_SQS"),
            in.address("AWS_ENDPOINT_URL_DYNAMODB"),
            in.address("AWS_ENDPOINT_URL_SSM"),
            in.address("AWS_ENDPOINT_URL_EVENTBRIDGE"),
            in.required("BUCKET"),
            in.required("ARTICLES_TABLE"),
            in.required("OUTGOING_QUEUE_URL"),
            in.required("OUTGOING_DEAD_LETTERS_URL"),
            in.optional("EVENT_BUS"),
            in.address("WEBHOOK_URL"),
            in.optional("WEBHOOK_SECRET_PARAMETER"),
            in.oneOf("WEBHOOK_FORM", "events", List.of("events", "slack")).equals("slack"),
            in.parsed("WEBHOOK_EVENTS", ALL, Config::types),
            in.optional("PAGE_ADDRESS"),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }

  private static Set<Announcement.Type> types(String text) {
    Set<Announcement.Type> types = EnumSet.noneOf(Announcement.Type.class);
    for (String word : text.split(",", -1)) {
      if (word.strip().equals(ALL)) {
        return EnumSet.allOf(Announcement.Type.class);
      }
      types.add(
          Arrays.stream(Announcement.Type.values())
              .filter(type -> type.word().equals(word.strip()))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "there is no event \""
                          + word.strip()
                          + "\", but "
                          + String.join(
                              ", ",
                              Arrays.stream(Announcement.Type.values())
                                  .map(Announcement.Type::word)
                                  .toList()))));
    }
    return types;
  }
}
