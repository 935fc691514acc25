package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.cli.deployment.Deployment;
import io.quotemark.cli.deployment.SigningProxy;
import io.quotemark.cli.deployment.Stack;
import io.quotemark.client.RequestSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What reaches a deployed stack, against servers that note what they are sent. */
@Isolated("changes the credentials of the JVM")
class StackTest {
  private static final String DESCRIBED =
      """
      <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
        <DescribeStacksResult><Stacks><member><StackName>qm</StackName><Parameters>
          <member><ParameterKey>Listings</ParameterKey><ParameterValue>config/listings-2.tsv</ParameterValue></member>
        </Parameters><Outputs>
          <member><OutputKey>Address</OutputKey><OutputValue>https://abc.execute-api.eu-west-1.amazonaws.com</OutputValue></member>
          <member><OutputKey>Bucket</OutputKey><OutputValue>qm-1-eu-west-1</OutputValue></member>
          <member><OutputKey>UploadsQueue</OutputKey><OutputValue>https://sqs/u</OutputValue></member>
          <member><OutputKey>UploadsDeadLetters</OutputKey><OutputValue>https://sqs/d</OutputValue></member>
          <member><OutputKey>PricesTable</OutputKey><OutputValue>qm-prices</OutputValue></member>
        </Outputs></member></Stacks></DescribeStacksResult>
      </DescribeStacksResponse>
      """;

  private static final RequestSigner IAM =
      RequestSigner.iam(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")),
          "eu-west-1",
          "execute-api");

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = DESCRIBED;

  StackTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("authorization")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-security-policy", "default-src 'none'");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterEach
  void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    server.stop(0);
    http.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void stack_isReadFromItsOutputsAndParameters() {
    try (Deployment stack = Stack.of("qm", null, "eu-west-1", null, address())) {
      assertThat(stack.http()).hasHost("abc.execute-api.eu-west-1.amazonaws.com");
      assertThat(stack.bucket()).isEqualTo("qm-1-eu-west-1");
      assertThat(stack.queue("UploadsDeadLetters")).isEqualTo("https://sqs/d");
      assertThat(stack.table("PricesTable")).isEqualTo("qm-prices");
      assertThat(stack.listings()).isEqualTo("config/listings-2.tsv");
    }
    assertThat(requests.getFirst())
        .contains("AWS4-HMAC-SHA256", "/eu-west-1/cloudformation/aws4_request")
        .contains("Action=DescribeStacks", "StackName=qm");
  }

  @Test
  void stackWithoutOwnListings_hasNoKeyOfThem() {
    body = DESCRIBED.replace("config/listings-2.tsv", "");
    try (Deployment stack = Stack.of("qm", null, "eu-west-1", null, address())) {
      assertThat(stack.listings()).isNull();
    }
  }

  @Test
  void stack_thatIsNotThere_isToldInCloudFormationsWords() {
    status = 400;
    body =
        "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id qm does not"
            + " exist</Message></Error></ErrorResponse>";
    assertThatThrownBy(() -> Stack.of("qm", null, "eu-west-1", null, address()))
        .isInstanceOf(Stack.NotReadable.class)
        .hasMessageContaining("Stack with id qm does not exist");
  }

  @Test
  void proxy_signsWhatItPassesOn_andHandsTheAnswerBack() throws Exception {
    body = "<p>page</p>";
    try (SigningProxy proxy = SigningProxy.start(0, address(), IAM)) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(proxy.address().resolve("/v1/check?source=a%20b"))
                  .POST(HttpRequest.BodyPublishers.ofString("words"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("<p>page</p>");
      assertThat(answer.headers().firstValue("content-security-policy"))
          .hasValue("default-src 'none'");
    }
    assertThat(requests.getFirst())
        .startsWith("POST /v1/check?source=a%20b AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
        .contains("/eu-west-1/execute-api/aws4_request")
        .endsWith("words");
  }

  @Test
  void proxy_forAStackWithTokens_sendsTheToken() throws Exception {
    try (SigningProxy proxy = SigningProxy.start(0, address(), RequestSigner.bearer("t0k"))) {
      http.send(
          HttpRequest.newBuilder(proxy.address()).build(), HttpResponse.BodyHandlers.discarding());
    }
    assertThat(requests.getFirst()).contains("Bearer t0k");
  }

  @Test
  void proxy_refusesOtherNamesAndOtherSitesActions() throws Exception {
    try (SigningProxy proxy = SigningProxy.start(0, address(), IAM)) {
      assertThat(raw(proxy, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 403");
      assertThat(
              raw(
                  proxy,
                  "POST /check HTTP/1.1\r\nHost: 127.0.0.1:"
                      + proxy.address().getPort()
                      + "\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 403");
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void proxy_tellsTheFormOfItsOwnPages_fromAnotherSitesWithoutAnOrigin() throws Exception {
    try (SigningProxy proxy = SigningProxy.start(0, address(), IAM)) {
      for (String site : List.of("cross-site", "same-site", "none")) {
        assertThat(raw(proxy, form(proxy, "null", "Sec-Fetch-Site: " + site + "\r\n")))
            .as(site)
            .startsWith("HTTP/1.1 403");
      }
      assertThat(raw(proxy, form(proxy, "null", ""))).startsWith("HTTP/1.1 403");
      assertThat(requests).isEmpty();

      assertThat(raw(proxy, form(proxy, "null", "Sec-Fetch-Site: same-origin\r\n")))
          .startsWith("HTTP/1.1 200");
      assertThat(raw(proxy, form(proxy, proxy.address().toString(), "")))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(requests).hasSize(2);
  }

  private static String form(SigningProxy proxy, String origin, String more) {
    return "POST /check HTTP/1.1\r\nHost: 127.0.0.1:"
        + proxy.address().getPort()
        + "\r\nOrigin: "
        + origin
        + "\r\n"
        + more
        + "Content-Length: 0\r\nConnection: close\r\n\r\n";
  }

  private static String raw(SigningProxy proxy, String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
