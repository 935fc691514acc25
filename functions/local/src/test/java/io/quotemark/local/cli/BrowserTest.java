package io.quotemark.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;

/**
 * The pages as a reader has them, in the system's Chromium on the local cloud with the sample.
 * Pictures of all of them are left in {@code target/pages}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final String HOSTILE =
      """
      {"title": "Brindlewick <script>window.hurt=1</script> <img src=x onerror=window.hurt=2>",
       "source": "\\"><svg onload=window.hurt=3>",
       "author": "<b onmouseover=window.hurt=4>Ann</b>",
       "published_at": "2025-03-11T18:15:00Z",
       "body": "Brindlewick Lanterns (XXXX: BRWK) shares rose 9.9% on Tuesday </p><script>window.hurt=5</script> &lt;script&gt;window.hurt=6&lt;/script&gt; {{7*7}} javascript:window.hurt=8 to 431p."}
      """;

  @TempDir static Path folder;
  private Pipeline pipeline;
  private Browser browser;
  private boolean driven;
  private String wrong = "";
  private String hostile = "";

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(Files.createDirectory(folder.resolve("data")));
    Optional<Browser> found =
        Browser.open(pipeline.address(), Files.createDirectory(folder.resolve("profile")));
    assumeTrue(
        found.isPresent(), "no Chromium with its chromedriver on the path: pages not driven");
    browser = found.get();
    driven = true;
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      String id =
          pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts().getFirst();
      wrong = file.name().contains("slip") ? id : wrong;
    }
    hostile = pipeline.upload("inbox/hostile.json", HOSTILE).at("articles").texts().getFirst();
    pipeline.upload("inbox/empty.txt", "");
    pipeline.upload("inbox/copy.txt", copyOfTheOrder());
    pipeline.settled();
  }

  /** A syndicated copy: the same story under another headline. */
  private static String copyOfTheOrder() {
    Sample.SampleFile order =
        Sample.articles().stream()
            .filter(f -> f.name().equals("brindlewick-order.txt"))
            .findFirst()
            .orElseThrow();
    return new String(order.bytes(), UTF_8).replaceFirst("^[^\n]*", "Lanterns again");
  }

  @Test
  void copy_ofAnArticle_isNamedOnItsPage_andFiguresAreApart() {
    browser.open("/");
    String copy = "//a[text()='Lanterns again']";
    browser.follow(copy);
    await(() -> browser.title().startsWith("Lanterns again"));
    assertThat(browser.shown("section.about-it li").getFirst())
        .contains("Brindlewick Lanterns shines after harbour order");
    assertThat(browser.shown("table.context caption"))
        .anyMatch(caption -> caption.startsWith("XXXX:BRWK, as of 2025-03-07"))
        .anyMatch(caption -> caption.startsWith("XXXX:BRWK afterwards, from 2025-03-11"));
    assertThat(browser.shown("figure svg")).isNotEmpty();
  }

  @AfterAll
  void stop() {
    if (driven) {
      browser.close();
    }
    pipeline.close();
  }

  @BeforeEach
  void desktop() {
    browser.look(Browser.Look.DESKTOP);
  }

  private Stream<Arguments> pages() {
    return Stream.of(
            "/",
            "/?listing=XXXX:BRWK",
            "/articles/" + wrong,
            "/articles/" + wrong + "#c3",
            "/articles/" + hostile,
            "/listings",
            "/listings?q=brindle",
            "/listings/XXXX:BRWK",
            "/listings/XNYS:BABA",
            "/sources/The%20Wickham%20Ledger?published_after=2025-01-01&published_before=2025-12-31",
            "/uploads",
            "/uploads?status=failed",
            "/about",
            "/articles/nowhere")
        .flatMap(page -> Stream.of(Browser.Look.values()).map(look -> Arguments.of(page, look)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_inEveryLook_isWithoutBarriersErrorsAndStrangers(String page, Browser.Look look)
      throws IOException {
    browser.look(look);
    browser.open(page);

    picture(page, look);
    List<String> expected =
        page.equals("/articles/nowhere")
            ? List.of("404")
            : List.of(); // the browser logs its own 404
    assertThat(browser.log()).allMatch(line -> expected.stream().anyMatch(line::contains));
    assertThat(browser.strangers()).isEmpty();
    assertThat(browser.overflows()).as("wider than the window").isFalse();
    assertThat(browser.all("h1")).hasSize(1);
    assertThat(browser.all("main, header, footer, nav[aria-label]")).hasSizeGreaterThan(3);
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void barriers_ofAPageMadeBad_areFound() {
    browser.open("/about");
    browser.run(
        "document.querySelector('main').append(Object.assign(new Image(), {src: '/assets/icon.svg'}))");
    assertThat(browser.barriers()).anyMatch(line -> line.startsWith("critical image-alt"));
  }

  private void picture(String page, Browser.Look look) throws IOException {
    Path pictures = Places.home().resolve("functions/local/target/pages");
    Files.createDirectories(pictures);
    String name =
        page.replace(wrong, "wrong").replace(hostile, "hostile").replaceAll("[^A-Za-z0-9]+", "-");
    Files.write(
        pictures.resolve(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"),
        browser.picture());
  }

  @Test
  void articlePage_withoutAChoice_explainsAContradictedClaimWithinOneScreen() {
    browser.open("/articles/" + wrong);

    assertThat(browser.shown(".card")).hasSize(1);
    assertThat(browser.shown(".card .badge")).containsExactly("✗ contradicted");
    assertThat(browser.find(".card.first .because").getText()).contains("−3.80 %");
    assertThat(browser.shown("p.sample").getFirst()).contains("SAMPLE_DATA");
    for (String part :
        List.of(
            ".card.first .because", ".card.first .chart", ".card.first .facts div:nth-child(3)")) {
      assertThat(
              browser.run(
                  "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
                      + "return r.top >= 0 && r.bottom <= innerHeight",
                  part))
          .as(part)
          .isEqualTo(true);
    }
  }

  @Test
  void claim_chosenByKeyboard_isOpened_andHasAnAddress() {
    browser.open("/articles/" + wrong);
    assertThat(browser.tabTo("a.skip", 1)).isTrue();
    browser.press(Keys.ENTER);
    assertThat(browser.place()).endsWith("#main");
    assertThat(browser.tabTo("a.claim[href='#c3']", 12)).isTrue();
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
    browser.press(Keys.ENTER);

    assertThat(browser.place()).endsWith("#c3");
    assertThat(browser.shown(".card h3")).containsExactly("“lowest close since January 2025”");
    assertThat(browser.shown(".card table caption")).contains("Each basis");
    assertThat(browser.tabTo("#c3 a[href='#c4']", 6)).isTrue();
    browser.press(Keys.ENTER);
    assertThat(browser.shown(".card .repair")).hasSize(1);
  }

  @Test
  void articlePage_withoutScript_opensClaimsAndChecksAForm() {
    browser.scripts(false);
    try {
      browser.open("/articles/" + wrong);
      browser.find("a.claim[href='#c4']").click();
      assertThat(browser.shown(".card h3")).containsExactly("“closed at £395”");

      browser.open("/");
      browser
          .find("#document")
          .sendKeys("Title\n\nBrindlewick Lanterns (XXXX: BRWK) closed at 380p.");
      browser.find("#published_at").sendKeys("2025-03-11");
      browser.find("form.check button").click();
      await(() -> !browser.all(".card").isEmpty());
      assertThat(browser.shown(".card .badge")).containsExactly("✓ verified");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void uploads_ofAFailure_saysWhyAndHowToReplayIt() {
    browser.open("/uploads?status=failed");
    assertThat(browser.shown("tbody th")).containsExactly("inbox/empty.txt");
    assertThat(browser.shown("tbody td").get(1))
        .contains("The file is empty", "./quotemark replay inbox/empty.txt");
    assertThat(browser.shown(".tabs [aria-current]")).containsExactly("failed");
    browser.find(".tabs a").click();
    await(() -> browser.place().equals("/uploads"));
    assertThat(browser.shown("tbody th")).hasSize(7);
  }

  @Test
  void search_ofAListing_narrowsTheList_andListingsLeadToTheirClaims() {
    browser.open("/listings");
    browser.find("#q").sendKeys("alibaba", Keys.ENTER);
    String listing = "main a[href='/listings/XHKG%3A9988']";
    await(() -> !browser.all(listing).isEmpty());
    browser.find(listing).click();
    await(() -> browser.place().startsWith("/listings/"));
    assertThat(browser.shown("h1").getFirst()).contains("Alibaba", "XHKG:9988");
    assertThat(browser.shown("tbody th")).contains("“closed at HK$138.50”");
    browser.find("tbody th a").click();
    await(() -> !browser.all(".card").isEmpty());
    assertThat(browser.place()).matches("/articles/[0-9a-f]+#c\\d+");
    assertThat(browser.shown(".card")).hasSize(1);

    browser.open("/");
    browser.find("#f-listing").sendKeys("XHKG:9988", Keys.ENTER);
    await(() -> browser.place().contains("listing="));
    assertThat(browser.shown("h2").getFirst()).isEqualTo("Articles: listing XHKG:9988");
    assertThat(browser.shown(".articles h3")).hasSize(1);
  }

  @Test
  void printed_article_showsEveryClaim_andNoForm() {
    browser.open("/articles/" + wrong);
    browser.print();
    await(() -> browser.shown(".card").size() == 8);
    browser.look(Browser.Look.DESKTOP);
    browser.open("/");
    assertThat(browser.shown("form")).hasSize(2);
    browser.print();
    await(() -> browser.shown("form").isEmpty());
  }

  @Test
  void droppedFile_onTheForm_isCheckedAtOnce() {
    browser.open("/");
    drop(
        "slip.html",
        "text/html",
        "<h1>Lanterns</h1><time datetime='2025-03-11T18:15:00Z'></time>"
            + "<p>Brindlewick Lanterns (XXXX: BRWK) shares closed at 380p on Tuesday <img src=x onerror=window.hurt=1>, the company said in a note.</p>");
    await(() -> browser.find(".answer").isDisplayed());
    assertThat(browser.shown(".answer li").getFirst())
        .contains("✓ verified", "closed at 380p", "XXXX:BRWK");
    assertThat(browser.find("[role=status]").getText()).contains("slip.html is checked: 1 claims");

    drop("nothing.bin", "application/octet-stream", "\u0000\u0001");
    await(() -> browser.find("[role=status]").getText().startsWith("nothing.bin: "));
    assertThat(browser.shown(".answer")).isEmpty();
    assertThat(browser.run("return window.hurt ?? 0")).isEqualTo(0L);
  }

  private void drop(String name, String type, String content) {
    browser.run(
        """
        const data = new DataTransfer();
        data.items.add(new File([arguments[2]], arguments[0], {type: arguments[1]}));
        document.querySelector('form.check').dispatchEvent(
          new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        """,
        name,
        type,
        content);
  }

  @Test
  void hostileArticle_onEveryPageThatShowsIt_isTextAndNothingElse() throws Exception {
    browser.open("/articles/" + hostile);
    String source = browser.find(".meta a").getDomAttribute("href");
    for (String page :
        List.of("/articles/" + hostile, "/", "/listings/XXXX:BRWK", String.valueOf(source))) {
      browser.open(page);
      browser.run(
          "document.querySelectorAll('main *').forEach(e => e.dispatchEvent(new MouseEvent('mouseover')))");
      assertThat(browser.run("return window.hurt ?? 0")).as(page).isEqualTo(0L);
      assertThat(browser.all("main script, main img, main [onload], main [onerror]")).isEmpty();
      assertThat(browser.log()).as(page).isEmpty();
      assertThat(browser.find("main").getText()).as(page).contains("<");
    }
    browser.open("/articles/" + hostile);
    assertThat(browser.title()).startsWith("Brindlewick <script>");
    assertThat(pipeline.get("/v1/articles/" + hostile + "/chart.svg").body())
        .doesNotContain("<script");
    assertThat(
            pipeline
                .post("/v1/check", "application/json", HOSTILE.getBytes(UTF_8))
                .headers()
                .firstValue("x-content-type-options"))
        .hasValue("nosniff");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("20 s are over").isLessThan(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  /** A page that is being left holds nothing yet. */
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (WebDriverException leaving) {
      return false;
    }
  }
}
