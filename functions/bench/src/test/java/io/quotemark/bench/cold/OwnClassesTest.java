package io.quotemark.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of our own classes the jars leave out, nothing in them names. */
@Tag("proof")
class OwnClassesTest {
  private static final String OURS = "io/quotemark/";

  /** Tables of prices, in the jars of functions that have none: nothing there loads them. */
  private static final String TABLES_OF_PRICES = "io/quotemark/storage/prices/";

  static Stream<Function> functions() {
    return Function.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jar_hasEveryClassOfOursThatOursName(Function function) throws IOException {
    Path jar = function.jar();
    assumeTrue(Files.exists(jar), () -> jar + " is not packaged yet; mvn verify does it");
    List<String> missing = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<String> ours =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(n -> n.startsWith(OURS) && n.endsWith(".class"))
              .filter(n -> !n.startsWith(TABLES_OF_PRICES))
              .toList();
      for (String name : ours) {
        for (String named : named(zip, name)) {
          if (zip.getEntry(named) == null) {
            missing.add(name + " names " + named);
          }
        }
      }
      assertThat(ours).hasSizeGreaterThan(50);
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> named(ZipFile zip, String name) throws IOException {
    List<String> named = new ArrayList<>();
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
        if (entry instanceof ClassEntry type && type.asInternalName().startsWith(OURS)) {
          named.add(type.asInternalName() + ".class");
        }
      }
    }
    return named;
  }
}
