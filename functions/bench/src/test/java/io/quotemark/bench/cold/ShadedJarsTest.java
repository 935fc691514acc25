package io.quotemark.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jars as they are deployed: small, without a class of a client that nothing builds, and whole:
 * each answers its first event under Lambda's runtime client, before and after a snapshot. They are
 * there once the project is packaged; {@code mvn verify} does so before this runs.
 */
@Tag("proof")
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
              + "|regions/internal/region/endpoints.json"
              + "|http/(apache|apache5|nio|crt)/.*)|io/netty/.*|org/apache/http/.*");

  private static final Pattern MODEL =
      Pattern.compile("software/amazon/awssdk/services/[^/]+/model/.*\\.class");

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

  /**
   * Every class of the SDK's models that our classes name, or that such a class names in turn, is
   * there. What only names all operations there are (a client, its endpoint rules) is passed over:
   * it loads the classes of an operation when that is called.
   */
  @ParameterizedTest
  @MethodSource("functions")
  void jar_hasEveryModelThatOurClassesReach(Function function) throws IOException {
    try (ZipFile zip = new ZipFile(packaged(function).toFile())) {
      List<String> waiting =
          new ArrayList<>(
              zip.stream()
                  .map(ZipEntry::getName)
                  .filter(n -> n.startsWith("io/quotemark/") && n.endsWith(".class"))
                  .toList());
      Set<String> seen = new HashSet<>(waiting);
      List<String> missing = new ArrayList<>();
      while (!waiting.isEmpty()) {
        String name = waiting.removeLast();
        for (String model : models(zip, name)) {
          boolean used = zip.getEntry(model.substring(0, model.indexOf("model/"))) != null;
          if (!used) {
            continue; // a function without tables has our classes of them, and no client
          }
          if (zip.getEntry(model) == null) {
            missing.add(name + " names " + model);
          } else if (seen.add(model)) {
            waiting.add(model);
          }
        }
      }
      assertThat(missing).isEmpty();
      assertThat(seen).anyMatch(name -> MODEL.matcher(name).matches());
    }
  }

  /** The classes of requests, answers and their parts that a class names. */
  private static List<String> models(ZipFile zip, String name) throws IOException {
    List<String> models = new ArrayList<>();
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
        if (entry instanceof ClassEntry type) {
          String file = type.asInternalName() + ".class";
          if (MODEL.matcher(file).matches()) {
            models.add(file);
          }
        }
      }
    }
    return models;
  }

  /** As its bill of materials names them; where a library is missing in the index it says so. */
  @ParameterizedTest
  @MethodSource("functions")
  void jar_hasTheLicenceAndNoticeOfEveryLibrary(Function function) throws IOException {
    Path jar = packaged(function);
    List<Library> libraries = libraries(jar);
    assertThat(libraries).hasSizeGreaterThan(10);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Map<String, String> files = licenceFiles(text(zip, "META-INF/licenses/index.tsv"));
      for (Library library : libraries) {
        String file = files.getOrDefault(library.name(), files.get(library.group() + ":*"));
        assertThat(file).as("licenses/index.tsv has no row of %s", library.name()).isNotNull();
        assertThat(text(zip, file)).as(library.name()).containsIgnoringCase("copyright");
      }
      String notice = words(text(zip, "META-INF/NOTICE"));
      List<String> notices = notices(libraries);
      assertThat(notices).isNotEmpty();
      assertThat(notices).allSatisfy(n -> assertThat(notice).contains(words(n)));
    }
  }

  private record Library(String group, String artifact, String version) {
    String name() {
      return group + ":" + artifact;
    }
  }

  /** What is shaded into a jar beside our own modules. */
  private static List<Library> libraries(Path jar) throws IOException {
    Path bom = jar.resolveSibling("bom.json");
    assumeTrue(Files.exists(bom), () -> bom + " is not written yet; mvn verify does it");
    return Json.read(Files.readAllBytes(bom)).at("components").elements().stream()
        .map(c -> new Library(c.at("group").text(), c.at("name").text(), c.at("version").text()))
        .filter(c -> !c.group().equals("io.quotemark"))
        .toList();
  }

  /** Library, or group with an asterisk, to the path of its licence. */
  private static Map<String, String> licenceFiles(String index) {
    return index
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[2]));
  }

  /** The notices that these libraries bring, as they lie in their own jars. */
  private static List<String> notices(List<Library> libraries) throws IOException {
    List<String> notices = new ArrayList<>();
    for (String name : List.of("META-INF/NOTICE", "META-INF/NOTICE.txt")) {
      for (URL url : Collections.list(ShadedJarsTest.class.getClassLoader().getResources(name))) {
        boolean shaded =
            libraries.stream()
                .anyMatch(l -> url.getPath().contains(l.artifact() + "-" + l.version() + ".jar"));
        if (shaded) {
          try (InputStream in = url.openStream()) {
            notices.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return notices;
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

  /** Of two messages one never ends: the other's end is told, then a fresh process has to begin. */
  @Test
  void jar_aMessageOfWhichNeverEnds_answersAndEndsItsProcess() throws IOException {
    Function function =
        Function.ALL.stream()
            .filter(f -> f.name().equals("parse-uploads"))
            .findFirst()
            .orElseThrow();
    Path jar = packaged(function);
    String one = Files.readString(Path.of("events/s3-put-in-sqs.json"));
    String record = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));
    String silent =
        record
            .replace("4000-8000-000000000001", "4000-8000-000000000002")
            .replace("tea.txt", "tea" + AwsAnswers.SILENT);
    byte[] event =
        ("{\"Records\":[" + silent + "," + record + "]}").getBytes(StandardCharsets.UTF_8);
    try (AwsAnswers aws = new AwsAnswers()) {
      aws.begin(Files.readAllBytes(Path.of(function.object())));
      Child.Ended ended =
          Child.ended(
              List.of(jar),
              function.handler(),
              Function.variables(aws.address().toString()),
              event,
              12_000);
      assertThat(ended.answer())
          .contains("4000-8000-000000000002")
          .doesNotContain("4000-8000-000000000001");
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.asked()).as("events that it asked for").isEqualTo(1);
      assertThat(ended.log()).contains("\"message_failed\"", "\"process_ends\"");
    }
  }

  /** The other tests name an address for every service; on AWS the SDK finds them itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parse-uploads    | bucket.s3.eu-central-1.amazonaws.com sqs.eu-central-1.amazonaws.com",
        "enrich-articles  | bucket.s3.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com",
        "refresh-prices   | bucket.s3.eu-central-1.amazonaws.com sqs.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com ssm.eu-central-1.amazonaws.com",
        "publish-changes  | bucket.s3.eu-central-1.amazonaws.com sqs.eu-central-1.amazonaws.com dynamodb.eu-central-1.amazonaws.com ssm.eu-central-1.amazonaws.com",
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

  /** Of commons-io a jar has only what mime4j loads. */
  @ParameterizedTest
  @ValueSource(strings = {"parse-uploads", "serve-api"})
  void jar_ofReaders_readsAMessage(String function) throws Exception {
    Path jar =
        packaged(
            Function.ALL.stream().filter(f -> f.name().equals(function)).findFirst().orElseThrow());
    String message =
        """
        From: =?UTF-8?Q?Wick_D=C3=A9?= =?UTF-8?Q?p=C3=AAche?= <desk@wick.example>
        Message-ID: 1
        Content-Transfer-Encoding: quoted-printable

        The lantern maker sold more lamps =E2=82=AC
        """;
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader deployed = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Object letter =
          deployed
              .loadClass("io.quotemark.reading.mail.Letter")
              .getMethod("read", byte[].class)
              .invoke(null, (Object) message.getBytes(StandardCharsets.UTF_8));

      assertThat(letter.toString()).contains("sender=Wick Dépêche,");
    }
  }

  private static Path packaged(Function function) {
    Path jar = function.jar();
    assumeTrue(Files.exists(jar), () -> jar + " is not packaged yet; mvn verify does it");
    return jar;
  }
}
