package io.quotemark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * The module graph of docs/adr and CONTRIBUTING, held: dependencies point one way and the core
 * knows no cloud.
 */
class LayersTest {
  private static final String[] CORE = {
    "io.quotemark.domain..",
    "io.quotemark.securities..",
    "io.quotemark.text..",
    "io.quotemark.sentences..",
    "io.quotemark.reading..",
    "io.quotemark.claims..",
    "io.quotemark.market..",
    "io.quotemark.checking.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.quotemark");

  @Test
  void modules_dependOnEachOther_oneWayOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("domain")
        .definedBy("io.quotemark.domain..")
        .layer("text")
        .definedBy("io.quotemark.text..")
        .layer("securities")
        .definedBy("io.quotemark.securities..")
        .layer("sentences")
        .definedBy("io.quotemark.sentences..")
        .layer("reading")
        .definedBy("io.quotemark.reading..")
        .layer("claims")
        .definedBy("io.quotemark.claims..")
        .layer("market")
        .definedBy("io.quotemark.market..")
        .layer("checking")
        .definedBy("io.quotemark.checking..")
        .layer("runtime")
        .definedBy("io.quotemark.runtime..")
        .layer("client")
        .definedBy("io.quotemark.client..")
        .layer("storage")
        .definedBy("io.quotemark.storage..")
        .layer("parse")
        .definedBy("io.quotemark.parse..")
        .layer("enrich")
        .definedBy("io.quotemark.enrich..")
        .layer("fetch")
        .definedBy("io.quotemark.fetch..")
        .layer("refresh")
        .definedBy("io.quotemark.refresh..")
        .layer("publish")
        .definedBy("io.quotemark.publish..")
        .layer("serve")
        .definedBy("io.quotemark.serve..")
        .layer("local")
        .definedBy("io.quotemark.local..")
        .layer("cli")
        .definedBy("io.quotemark.cli..")
        .whereLayer("domain")
        .mayNotAccessAnyLayer()
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("securities")
        .mayOnlyAccessLayers("domain", "text")
        .whereLayer("sentences")
        .mayOnlyAccessLayers("domain", "text")
        .whereLayer("reading")
        .mayOnlyAccessLayers("domain", "text")
        .whereLayer("claims")
        .mayOnlyAccessLayers("domain", "securities", "text")
        .whereLayer("market")
        .mayOnlyAccessLayers("domain", "securities", "text")
        .whereLayer("checking")
        .mayOnlyAccessLayers("domain", "securities", "claims", "market")
        .whereLayer("runtime")
        .mayOnlyAccessLayers("domain", "sentences")
        .whereLayer("storage")
        .mayOnlyAccessLayers("domain", "market", "runtime")
        .whereLayer("client")
        .mayOnlyAccessLayers("domain", "runtime")
        .whereLayer("parse")
        .mayOnlyAccessLayers("domain", "reading", "runtime", "storage")
        .whereLayer("enrich")
        .mayOnlyAccessLayers("domain", "claims", "market", "checking", "runtime", "storage")
        .whereLayer("fetch")
        .mayOnlyAccessLayers("domain", "reading", "runtime", "storage")
        .whereLayer("refresh")
        .mayOnlyAccessLayers("domain", "securities", "text", "market", "runtime", "storage")
        .whereLayer("publish")
        .mayOnlyAccessLayers("domain", "sentences", "runtime", "storage")
        .whereLayer("serve")
        .mayOnlyAccessLayers(
            "domain",
            "securities",
            "text",
            "sentences",
            "reading",
            "claims",
            "market",
            "checking",
            "runtime",
            "storage")
        .whereLayer("local")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void core_knowsNoCloudNoLambdaNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..", "com.amazonaws..", "org.slf4j..", "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void core_readsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void environment_isReadInConfigOnly() {
    DescribedPredicate<JavaClass> mayReadIt =
        DescribedPredicate.describe(
            "Config, Handler or the local command line",
            c ->
                c.getSimpleName().matches("Config|Handler|Wiring")
                    || c.getPackageName().startsWith("io.quotemark.local")
                    || c.getPackageName().startsWith("io.quotemark.cli"));
    noClasses()
        .that(DescribedPredicate.not(mayReadIt))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(CLASSES);
  }

  @Test
  void domain_dependsOneWay_fromVerdictToArticle() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("article")
        .definedBy("io.quotemark.domain.article")
        .layer("listing")
        .definedBy("io.quotemark.domain.listing")
        .layer("price")
        .definedBy("io.quotemark.domain.price")
        .layer("claim")
        .definedBy("io.quotemark.domain.claim")
        .layer("verdict")
        .definedBy("io.quotemark.domain.verdict")
        .whereLayer("article")
        .mayNotAccessAnyLayer()
        .whereLayer("listing")
        .mayNotAccessAnyLayer()
        .whereLayer("price")
        .mayOnlyAccessLayers("listing")
        .whereLayer("claim")
        .mayOnlyAccessLayers("article", "listing", "price")
        .whereLayer("verdict")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void itemsOfDynamo_areMadeAndReadInOnePackage() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.quotemark.storage..",
            "io.quotemark.parse..",
            "io.quotemark.enrich..",
            "io.quotemark.fetch..",
            "io.quotemark.refresh..",
            "io.quotemark.serve..",
            "io.quotemark.publish..",
            "io.quotemark.cli..")
        .and()
        .resideOutsideOfPackage("io.quotemark.storage.table..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("software.amazon.awssdk.services.dynamodb.model.AttributeValue")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.quotemark.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  /** Loading it costs a first answer more than all else; only a share card needs it. */
  @Test
  void pixels_areDrawnByTheShareCardAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.quotemark.serve.card..", "io.quotemark.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("io.quotemark.serve.card..")
        .and()
        .doNotHaveSimpleName("ClaimPictures")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.quotemark.serve.card..")
        .check(CLASSES);
  }
}
