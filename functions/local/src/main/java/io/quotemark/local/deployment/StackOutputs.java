package io.quotemark.local.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The one call that is made to CloudFormation, DescribeStacks of its query API. */
final class StackOutputs {
  private StackOutputs() {}

  /**
   * @param endpoint null for the region's own
   */
  static Map<String, String> of(
      String stack, AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
    URI address =
        (endpoint != null ? endpoint : own(region))
            .resolve(
                "/?Action=DescribeStacks&Version=2010-05-15&StackName="
                    + URLEncoder.encode(stack, StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).GET();
    RequestSigner.iam(credentials, region.id(), "cloudformation")
        .headers("GET", address, new byte[0])
        .forEach(request::setHeader);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Document answer = parsed(response.body());
      if (response.statusCode() != 200) {
        throw new Stack.NotReadable(
            "stack " + stack + " in " + region.id() + ": " + text(answer, "Message"));
      }
      return outputs(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(address.getHost() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stack.NotReadable("interrupted");
    }
  }

  private static URI own(Region region) {
    return URI.create(
        "https://cloudformation." + region.id() + "." + PartitionMetadata.of(region).dnsSuffix());
  }

  private static Map<String, String> outputs(Document answer) {
    Map<String, String> outputs = new TreeMap<>();
    NodeList keys = answer.getElementsByTagName("OutputKey");
    for (int i = 0; i < keys.getLength(); i++) {
      if (keys.item(i).getParentNode() instanceof Element member) {
        NodeList values = member.getElementsByTagName("OutputValue");
        outputs.put(
            keys.item(i).getTextContent(),
            values.getLength() == 0 ? "" : values.item(0).getTextContent());
      }
    }
    return outputs;
  }

  private static String text(Document answer, String name) {
    NodeList found = answer.getElementsByTagName(name);
    return found.getLength() == 0 ? "no reason given" : found.item(0).getTextContent();
  }

  private static Document parsed(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException e) {
      throw new Stack.NotReadable("CloudFormation's answer is no XML: " + e.getMessage());
    }
  }
}
