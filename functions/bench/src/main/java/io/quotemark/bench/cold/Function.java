package io.quotemark.bench.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One function, what it is asked first, and its bars.
 *
 * @param name of its folder and jar
 * @param handler its class
 * @param bare the class of {@link Bare} that only makes its calls
 * @param events files under events/ that it answers; the benchmark asks the first of them
 * @param object a file that the bucket holds at every key
 * @param most multiples of hello that its first answer may cost; 0 where there is no such bar
 */
record Function(
    String name, String handler, Class<?> bare, List<String> events, String object, double most) {
  private static final String SAMPLE = "functions/local/src/main/resources/sample/";

  static final List<Function> ALL =
      List.of(
          new Function(
              "parse-uploads",
              "io.quotemark.parse.Handler",
              Bare.Parse.class,
              List.of("s3-put-in-sqs.json"),
              SAMPLE + "articles/alibaba-own-words.txt",
              9),
          new Function(
              "enrich-articles",
              "io.quotemark.enrich.Handler",
              Bare.Enrich.class,
              List.of("article-in-sqs.json", "articles-queue.json"),
              SAMPLE + "articles/alibaba-own-words.txt",
              9.5),
          new Function(
              "fetch-feeds",
              "io.quotemark.fetch.Handler",
              Bare.Parse.class,
              List.of("fetch-put-in-sqs.json"),
              "functions/fetch-feeds/src/main/resources/io/quotemark/fetch/rehearsal.txt",
              0),
          new Function(
              "refresh-prices",
              "io.quotemark.refresh.Handler",
              Bare.Refresh.class,
              List.of("prices-put-in-sqs.json"),
              SAMPLE + "prices/XHKG_9988.csv",
              0),
          new Function(
              "publish-changes",
              "io.quotemark.publish.Handler",
              Bare.Publish.class,
              List.of("articles-table-changed.json"),
              SAMPLE + "articles/alibaba-own-words.txt",
              0),
          new Function(
              "serve-api",
              "io.quotemark.serve.Handler",
              Bare.Serve.class,
              List.of("http-articles.json"),
              SAMPLE + "articles/alibaba-own-words.txt",
              8));

  Path jar() {
    return Path.of("functions", name, "target", name + ".jar");
  }

  /** A function that only fails fast is not fast. */
  void check(String answer) {
    if (answer.contains("itemIdentifier") || answer.contains("\"statusCode\":5")) {
      throw new IllegalStateException(name + " failed: " + answer);
    }
  }

  /** What template.yaml sets, with every address that of the stand-in. */
  static Map<String, String> variables(String aws) {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ENDPOINT_URL_S3", aws),
        Map.entry("AWS_ENDPOINT_URL_SQS", aws),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", aws),
        Map.entry("AUTH_MODE", "IAM"),
        Map.entry("BUCKET", "bucket"),
        Map.entry("ARTICLES_TABLE", "articles"),
        Map.entry("PRICES_TABLE", "prices"),
        Map.entry("ARTICLES_QUEUE_URL", aws + "/000000000000/articles"),
        Map.entry("UPLOADS_QUEUE_URL", aws + "/000000000000/uploads"),
        Map.entry("PRICES_QUEUE_URL", aws + "/000000000000/prices"),
        Map.entry("OUTGOING_QUEUE_URL", aws + "/000000000000/outgoing"),
        Map.entry("OUTGOING_DEAD_LETTERS_URL", aws + "/000000000000/outgoing-dead"),
        Map.entry("EVENT_BUS", "newsroom"),
        Map.entry("AWS_ENDPOINT_URL_EVENTBRIDGE", aws),
        Map.entry("PRICE_PROVIDERS", "none"),
        Map.entry("RATES", "none"),
        Map.entry("TEXT_ROUTES", "off"),
        Map.entry("TEXT_RETENTION_DAYS", "90"),
        Map.entry("LISTINGS", ""),
        Map.entry("STACK", "quotemark"),
        Map.entry("LOG_LEVEL", "INFO"));
  }
}
