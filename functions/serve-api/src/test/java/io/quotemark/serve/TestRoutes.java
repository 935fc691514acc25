package io.quotemark.serve;

import io.quotemark.serve.http.Route;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** All routes as the function has them. */
public final class TestRoutes {
  private TestRoutes() {}

  /**
   * @param aws where every service answers
   */
  public static List<Route> all(URI aws, boolean texts) {
    Config config =
        Config.from(
            Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL_S3", aws.toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", aws.toString(),
                "AUTH_MODE", "IAM",
                "BUCKET", "bucket",
                "ARTICLES_TABLE", "articles",
                "PRICES_TABLE", "prices",
                "TEXT_ROUTES", "on",
                "PRICE_UPLOADS", "on",
                "STACK", "test"));
    return Wiring.table(texts ? config : config.withoutTexts()).routes();
  }
}
