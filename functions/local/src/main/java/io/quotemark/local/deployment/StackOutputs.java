package io.quotemark.local.deployment;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The one call that is made to CloudFormation, DescribeStacks of its query API. */
final class StackOutputs {
  private StackOutputs() {}

  /**
   * What is said of a stack.
   *
   * @param status {@code CREATE_COMPLETE} and the like
   * @param parameters as it was deployed with
   */
  record Described(String status, Map<String, String> parameters, Map<String, String> outputs) {}

  /**
   * @param endpoint null for the region's own
   * @throws Stack.NotReadable where there is no such stack, or no right to look at it
   */
  static Described of(
      String stack, AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
    SignedCalls.Answer answer = asked(stack, new SignedCalls(credentials, region), endpoint);
    XmlAnswer xml = XmlAnswer.parse(answer.body());
    if (answer.status() != 200) {
      throw notReadable(stack, region, xml);
    }
    return described(xml);
  }

  /**
   * @return empty where there is no such stack
   * @throws Stack.NotReadable where there is no right to look at it
   */
  static Optional<Described> described(String stack, SignedCalls calls, Region region) {
    SignedCalls.Answer answer = asked(stack, calls, null);
    XmlAnswer xml = XmlAnswer.parse(answer.body());
    if (answer.status() == 200) {
      return Optional.of(described(xml));
    }
    if (xml.text("Message", "").endsWith("does not exist")) {
      return Optional.empty();
    }
    throw notReadable(stack, region, xml);
  }

  private static SignedCalls.Answer asked(String stack, SignedCalls calls, @Nullable URI endpoint) {
    return calls.get(
        "cloudformation",
        "/?Action=DescribeStacks&Version=2010-05-15&StackName="
            + URLEncoder.encode(stack, StandardCharsets.UTF_8),
        endpoint);
  }

  private static Described described(XmlAnswer xml) {
    return new Described(
        xml.text("StackStatus", ""),
        xml.pairs("ParameterKey", "ParameterValue"),
        xml.pairs("OutputKey", "OutputValue"));
  }

  private static Stack.NotReadable notReadable(String stack, Region region, XmlAnswer xml) {
    return new Stack.NotReadable(
        "stack " + stack + " in " + region.id() + ": " + xml.text("Message", "no reason given"));
  }
}
