package io.quotemark.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jars as they are deployed: small, without a class of a client that nothing builds, and whole:
 * each answers its first event under Lambda's runtime client, before and after a snapshot. They are
 * there once the project is packaged; {@code mvn verify} does so before this runs.
 */
class ShadedJarsTest {
  private static final long MOST_BYTES = 14_000_000;

  /** Classes of clients, or made only by them, that no function builds. */
  private static final Pattern UNUSED =
      Pattern.compile(
          "software/amazon/awssdk/(services/[^/]+/[^/]*AsyncClient.*"
              + "|services/(?!s3/|sqs/|dynamodb/).*"
              + "|services/dynamodb/streams/.*"
              + "|services/[^/]+/(crt|batchmanager|waiters|internal/(crt|multipart|batchmanager))/.*"
              + "|regions/servicemetadata/.*"
              + "|http/(apache|apache5|nio|crt)/.*)|io/netty/.*|org/apache/http/.*");

  static Stream<Function> functions() {
    return Function.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jar_isSmallAndHasNoUnusedClient(Function function) throws IOException {
    Path jar = packaged(function);

    assertThat(Files.size(jar)).isLessThanOrEqualTo(MOST_BYTES);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<String> unused =
          zip.stream()
              .filter(e -> !e.isDirectory())
              .map(ZipEntry::getName)
              .filter(n -> UNUSED.matcher(n).matches())
              .toList();
      assertThat(unused).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jar_underTheRuntimeClient_answers(Function function) throws IOException {
    assertThatCode(() -> answer(function, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jar_startedForASnapshot_rehearsesAndAnswers(Function function) throws IOException {
    assertThatCode(() -> answer(function, true)).doesNotThrowAnyException();
  }

  /** The other tests name an address for every service; on AWS the SDK finds them itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parse-uploads    | bucket.s3.eu-central-1.amazonaws.com sqs.eu-central-1.amazonaws.com",
        "enrich-articles  | bucket.s3.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com",
        "refresh-prices   | bucket.s3.eu-central-1.amazonaws.com sqs.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com ssm.eu-central-1.amazonaws.com",
        "serve-api        | bucket.s3.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com presigned",
      })
  void clients_withoutAnAddress_callTheRegionsOwn(String function, String hosts) {
    Path jar =
        packaged(
            Function.ALL.stream().filter(f -> f.name().equals(function)).findFirst().orElseThrow());
    Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");
    List<Path> path = List.of(Path.of("functions/bench/target/test-classes"), jar);

    RuntimeApi.Answer answer =
        Child.answer(
            path, Regional.class.getName(), keys, hosts.getBytes(StandardCharsets.UTF_8), false);

    assertThat(answer.body()).isEqualTo(hosts);
  }

  private static void answer(Function function, boolean primed) throws IOException {
    Path jar = packaged(function);
    try (AwsAnswers aws = new AwsAnswers()) {
      Map<String, String> variables = Function.variables(aws.address().toString());
      for (String name : function.events()) {
        aws.begin(Files.readAllBytes(Path.of(function.object())));
        byte[] event = Files.readAllBytes(Path.of("events", name));
        RuntimeApi.Answer answer =
            Child.answer(List.of(jar), function.handler(), variables, event, primed);
        function.check(answer.body());
      }
    }
  }

  private static Path packaged(Function function) {
    Path jar = function.jar();
    assumeTrue(Files.exists(jar), () -> jar + " is not packaged yet; mvn verify does it");
    return jar;
  }
}
