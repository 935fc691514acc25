package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in every look, in the system's Chromium: no barrier that axe-core calls serious, no
 * error on the console, no request elsewhere, nothing of an article that acts. Pictures of all of
 * them are left in {@code target/pages}.
 */
class BrowserTest extends AtTheDesk {
  private Stream<String> pages() {
    return Stream.of(
        "/",
        "/?listing=XXXX:BRWK",
        "/articles/" + wrong,
        "/articles/" + wrong + "#c3",
        "/articles/" + wrong + "?claim=c4",
        "/propagated",
        "/articles/" + hostile,
        "/articles/" + waiting,
        "/articles/" + ReadersDesk.DOUBTFUL,
        "/articles/" + ReadersDesk.SURE + "#c1",
        "/?verdict=doubtful",
        "/?verdict=unverifiable,pending",
        "/search",
        "/search?q=brindelwick",
        "/search?q=brindle",
        "/listings",
        "/listings?q=brindle",
        "/listings/XXXX:BRWK",
        "/listings/XXXX:BRWK?range=max",
        "/listings/XNYS:BABA",
        "/sources/The%20Wickham%20Ledger?published_after=2025-01-01&published_before=2025-12-31",
        "/uploads",
        "/uploads?status=failed",
        "/about",
        "/docs",
        "/docs/check",
        "/docs/schemas",
        "/articles/nowhere",
        "/no-such-page");
  }

  private Stream<Arguments> pagesInOtherLooks() {
    return pages()
        .flatMap(page ->
            Stream.of(Browser.Look.values())
                .filter(look -> look != Browser.Look.DESKTOP)
                .map(look -> Arguments.of(page, look)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isWithoutBarriersErrorsAndStrangers(String page) throws IOException {
    isWithoutBarriersErrorsAndStrangers(page, Browser.Look.DESKTOP);
  }

  @Tag("proof")
  @ParameterizedTest
  @MethodSource("pagesInOtherLooks")
  void page_inOtherLooks_isWithoutBarriersErrorsAndStrangers(String page, Browser.Look look)
      throws IOException {
    isWithoutBarriersErrorsAndStrangers(page, look);
  }

  private void isWithoutBarriersErrorsAndStrangers(String page, Browser.Look look)
      throws IOException {
    browser.look(look);
    browser.open(page);

    picture(page, look);
    List<String> expected =
        page.equals("/articles/nowhere") || page.equals("/no-such-page")
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
        "document.querySelector('main').append(Object.assign(new Image(), {src:"
            + " '/assets/icon.svg'}))");
    assertThat(browser.barriers()).anyMatch(line -> line.startsWith("critical image-alt"));
  }

  private void picture(String page, Browser.Look look) throws IOException {
    Path pictures = Places.home().resolve("functions/cli/target/pages");
    Files.createDirectories(pictures);
    String name =
        page.replace(wrong, "wrong").replace(hostile, "hostile").replaceAll("[^A-Za-z0-9]+", "-");
    Files.write(
        pictures.resolve(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"),
        browser.picture());
  }

  @Test
  void hostileArticle_onEveryPageThatShowsIt_isTextAndNothingElse() throws Exception {
    browser.open("/articles/" + hostile);
    String source = browser.find(".meta a").getDomAttribute("href");
    for (String page :
        List.of("/articles/" + hostile, "/", "/listings/XXXX:BRWK", String.valueOf(source))) {
      browser.open(page);
      browser.run(
          "document.querySelectorAll('main *').forEach(e => e.dispatchEvent(new"
              + " MouseEvent('mouseover')))");
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
                .post("/v1/check", "application/json", ReadersDesk.HOSTILE.getBytes(UTF_8))
                .headers()
                .firstValue("x-content-type-options"))
        .hasValue("nosniff");
  }
}
