package io.quotemark.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class AwsClientsTest {
  /** One of each partition that anyone may use. */
  @ParameterizedTest
  @ValueSource(strings = {"eu-central-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"})
  void address_ofARegion_isInTheDomainOfItsPartition(String region) {
    String domain = Region.of(region).metadata().partition().dnsSuffix();

    assertThat(new AwsClients(region).address("ssm"))
        .isEqualTo(URI.create("https://ssm." + region + "." + domain));
  }
}
