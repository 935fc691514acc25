package io.quotemark.claims;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text flows through the packages once: none knows one that comes after it. */
class PackagesTest {
  private static final String ROOT = "io.quotemark.claims";

  /** From the text to its claims, in the order of README. */
  private static final List<String> ORDER =
      List.of(
          "text",
          "language",
          "amounts",
          "entities",
          "times",
          "chunks",
          "rules",
          "figures",
          "discourse",
          "attachment",
          "statements",
          "grouping",
          "answers");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static List<String> order() {
    return ORDER;
  }

  @ParameterizedTest
  @MethodSource("order")
  void package_knowsNoneAfterIt(String name) {
    List<String> after = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
    String[] packages = new String[after.size() + 1];
    packages[0] = ROOT;
    for (int i = 0; i < after.size(); i++) {
      packages[i + 1] = ROOT + "." + after.get(i);
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }
}
