package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What an editor does on the first page, the search box and the page of a listing. */
class BrowserDeskTest extends AtTheDesk {
  @Test
  void suggestions_appearAsOneTypes_andAreChosenByKeyboard() {
    browser.open("/");
    browser.find("#find").sendKeys("brindle");
    ReadersDesk.await(() -> browser.shown(".suggestions li").size() > 1);
    assertThat(browser.shown(".suggestions li").getFirst())
        .contains("Brindlewick Lanterns", "BRWK");
    assertThat(browser.find("#find").getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.barriers()).isEmpty();

    browser.press(Keys.ARROW_DOWN);
    assertThat(browser.find("#find").getDomAttribute("aria-activedescendant"))
        .isEqualTo("suggestion-0");
    browser.press(Keys.ENTER);
    ReadersDesk.await(() -> browser.place().equals("/listings/XXXX%3ABRWK"));
  }

  @Test
  void suggestions_ofAMisspeltName_askWhatWasMeant_andEscapeClosesThem() {
    browser.open("/");
    browser.find("#find").sendKeys("brindelwick");
    ReadersDesk.await(() ->
        browser.shown(".suggestions li").stream()
            .anyMatch(line -> line.contains("Did you mean Brindlewick Lanterns")));
    browser.press(Keys.ESCAPE);
    assertThat(browser.shown(".suggestions li")).isEmpty();
  }

  @Test
  void search_withoutScript_isAPageOfResults() {
    browser.scripts(false);
    try {
      browser.open("/");
      browser.find("#find").sendKeys("wickham", Keys.ENTER);
      ReadersDesk.await(() -> browser.place().startsWith("/search"));
      assertThat(browser.shown("section[aria-labelledby=sources] li"))
          .containsExactly("The Wickham Ledger");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void newArticle_isOfferedByAButton_withoutMovingTheList() throws Exception {
    browser.open("/");
    List<String> before = browser.shown(".articles h3");
    pipeline.upload(
        "inbox/late.json",
        """
        {"title": "Lanterns, late in the day", "published_at": "2025-03-18T18:15:00Z",
         "body": "Brindlewick Lanterns (XXXX: BRWK) shares closed at 391p on Monday, the exchange said in a note on Tuesday."}
        """
            .getBytes(UTF_8));
    pipeline.settled();
    browser.run("document.dispatchEvent(new Event('visibilitychange'))");
    ReadersDesk.await(() -> browser.shown(".fresh button").equals(List.of("1 new")));
    assertThat(browser.shown(".articles h3")).isEqualTo(before);

    browser.find(".fresh button").click();
    assertThat(browser.shown(".articles h3").getFirst()).isEqualTo("Lanterns, late in the day");
    assertThat(browser.shown(".fresh")).isEmpty();
  }

  @Test
  void checkedText_isKeptByAButton_andItsAddressShowsItAgain() {
    browser.open("/");
    browser
        .find("#document")
        .sendKeys(
            "Kept\n\nMarch 11, 2025\n\nBrindlewick Lanterns (XXXX: BRWK) shares closed at 380p on"
                + " Tuesday, the exchange said in a note.");
    browser.find("form.check button[type=submit]").click();
    ReadersDesk.await(() -> !browser.all("form.keep").isEmpty());
    assertThat(browser.barriers()).isEmpty();
    browser.find("form.keep button[value=address]").click();
    ReadersDesk.await(() -> browser.place().matches("/checked/[0-9a-f]{32}"));
    assertThat(browser.log()).isEmpty();
    assertThat(browser.shown(".keep p").getFirst()).startsWith("This address is good until");
    browser.find("form.keep button[value=article]").click();
    ReadersDesk.await(() -> browser.place().startsWith("/uploads?key="));
    ReadersDesk.await(() -> !browser.shown("tbody a").isEmpty());
    browser.find("tbody a").click();
    ReadersDesk.await(() -> browser.title().startsWith("Kept"));
  }

  @Test
  void markOfAClaim_onTheChartOfAListing_leadsToTheClaim() {
    browser.open("/listings/XXXX:BRWK?range=1m");
    assertThat(browser.tabTo(".price-line a.dot", 60)).as("by keyboard").isTrue();
    browser.press(Keys.ENTER);
    ReadersDesk.await(() -> browser.place().matches("/articles/[0-9a-f]+#c\\d+"));
  }

  @Test
  void verdictOfAFrame_isWithoutBarriers_andRunsNothing() {
    browser.open("/embed/" + wrong + ".c1");
    assertThat(browser.shown(".badge")).containsExactly("✗ Contradicted");
    assertThat(browser.all("script, form")).isEmpty();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.log()).isEmpty();
  }
}
