package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CloudFormation would refuse is said before it is asked. */
class PlanTest {
  private final Path template = Checkout.home().resolve("template.yaml");

  @Test
  void plan_ofDefaults_isTaken() throws IOException {
    Plan plan = Plan.of(template, Map.of());
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.artefacts()).hasSize(4).contains("functions/serve-api/target/serve-api.jar");
    assertThat(plan.bucket("123456789012", "eu-west-1"))
        .isEqualTo("quotemark-123456789012-eu-west-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name                | Quotemark         | it must match",
        "AuthMode            | NONE              | it is one of IAM, JWT, Login",
        "TextRetentionDays   | 0                 | it is 1 at the least and 3650 at the most",
        "TextRetentionDays   | 4000              | it is 1 at the least and 3650 at the most",
        "MonthlyBudgetUsd    | -1                | it is a whole number",
        "JwtAudience         | a, b              | it must match",
        "JwtIssuer           | http://issuer     | it must match",
        "ReserveConcurrency  | yes               | it is one of on, off",
        "PriceProviders      | yahoo             | it must match",
        "PriceProviders      | eodhd;            | it must match",
        "ProviderKeys        | keys              | it must match",
        "Nothing             | 1                 | The template has no parameter Nothing",
      })
  void value_thatIsRefused_isTold(String parameter, String value, String why) throws IOException {
    assertThat(Plan.of(template, Map.of(parameter, value)).refusals())
        .hasSize(1)
        .allSatisfy(refusal -> assertThat(refusal).contains(why));
  }

  /** A token that the issuer gave for any other application would open the API. */
  @Test
  void jwt_withAnIssuerAndNoAudience_isRefused() throws IOException {
    assertThat(
            Plan.of(template, Map.of("AuthMode", "JWT", "JwtIssuer", "https://issuer.example/pool"))
                .refusals())
        .containsExactly("AuthMode JWT needs JwtAudience, the client that tokens are made for.");
  }
}
