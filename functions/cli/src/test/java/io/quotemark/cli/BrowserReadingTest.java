package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a reader does with the pages, by mouse, by keyboard, on paper and without script. */
class BrowserReadingTest extends AtTheDesk {
  @Test
  void articlePage_withoutAChoice_explainsAContradictedClaimWithinOneScreen() {
    browser.open("/articles/" + wrong);

    assertThat(browser.shown(".card")).hasSize(1);
    assertThat(browser.shown(".card .badge")).containsExactly("✗ Contradicted");
    assertThat(browser.find(".card.first .because").getText()).contains("down 3.8 %");
    assertThat(browser.shown("p.sample").getFirst()).contains("Sample.");
    for (String part :
        List.of(".card.first .because", ".card.first svg.proof", ".card.first table.bars")) {
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
    assertThat(browser.tabTo("#c3 .why summary", 8)).isTrue();
    browser.press(Keys.ENTER);
    assertThat(browser.shown(".card table caption")).contains("Each way to count");
    browser.press(Keys.chord(Keys.SHIFT, Keys.TAB));
    browser.run("document.querySelector('#c3 a[href=\"#c4\"]').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.shown(".card .repair")).hasSize(1);
  }

  @Test
  void claims_areSteppedThroughByKeys_andTheSentenceIsMarkedInTheTextAndInTheList() {
    browser.open("/articles/" + wrong);
    browser.press("j");
    ReadersDesk.await(() -> browser.place().endsWith("#c2"));
    browser.press(Keys.ARROW_RIGHT);
    ReadersDesk.await(() -> browser.place().endsWith("#c3"));
    browser.press("k");
    ReadersDesk.await(() -> browser.place().endsWith("#c2"));
    assertThat(browser.shown(".card h3")).containsExactly("“closed at 412p”");
    assertThat(marked()).containsExactly("#c2", "#c2");
    browser.press(Keys.ENTER);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("c2");
    browser.press(Keys.ESCAPE);
    assertThat(browser.run("return document.activeElement.hash")).isEqualTo("#c2");

    browser.run("document.querySelector('#find').focus()");
    browser.press("j");
    assertThat(browser.place()).as("typing in the search box").endsWith("#c2");
  }

  @Test
  void deepLink_showsTheSentenceAndItsCard_withAndWithoutScript() {
    for (boolean scripts : new boolean[] {true, false}) {
      browser.scripts(scripts);
      try {
        for (String place : List.of("?claim=c4", "?claim=c4#at-c4", "#c4")) {
          browser.open("/articles/" + wrong + place);
          assertThat(browser.shown(".card h3")).as(place).containsExactly("“closed at £395”");
          assertThat(marked()).as(place).containsExactly("#c4", "#c4");
        }
      } finally {
        browser.scripts(true);
      }
    }
    browser.open("/articles/" + wrong + "?claim=c4");
    assertThat(browser.find("meta[property='og:image']").getDomAttribute("content"))
        .endsWith("/claims/" + wrong + ".c4/card.png");
    assertThat(browser.find("meta[property='og:title']").getDomAttribute("content"))
        .isEqualTo("Contradicted: “closed at £395”");
  }

  /** Where the sentences lead that are marked as chosen: one in the text, one in the list. */
  private List<String> marked() {
    Object found =
        browser.run(
            "return [...document.querySelectorAll('.text .claim, .choice a')].filter(a =>"
                + " getComputedStyle(a).backgroundColor !== 'rgba(0, 0, 0, 0)').map(a => a.hash)");
    return found instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
  }

  @Test
  void chart_isReadOutSessionBySession_byPointerAndByKeys() {
    browser.open("/articles/" + wrong);
    String legend = readOut();
    browser.run("document.querySelector('.card.first svg.proof').focus()");
    browser.press(Keys.ARROW_LEFT);
    // the pointer of an earlier test may lie on the chart, so that the first is not the last
    // session
    ReadersDesk.await(() -> readOut().matches("2025-\\d\\d-\\d\\d: open .*, close .*"));
    String first = readOut();
    browser.press(Keys.ARROW_LEFT);
    ReadersDesk.await(() -> readOut().compareTo(first) < 0);
    assertThat(browser.place()).as("the claim stays").doesNotContain("#");
    browser.run("document.activeElement.blur()");
    assertThat(readOut()).isEqualTo(legend);
  }

  private String readOut() {
    return browser.find(".card.first figcaption").getText();
  }

  @Test
  void priceFile_chosenOnThePage_isFollowedToTheVerdicts() throws IOException {
    browser.open("/articles/" + waiting);
    assertThat(browser.shown(".needed h2")).containsExactly("2 claims wait for prices");
    assertThat(browser.shown(".needed .offer a")).containsExactly("2025-02-21", "2025-02-24");
    assertThat(browser.tabTo("#price-files", 40)).as("by keyboard").isTrue();

    // made up
    Path file =
        Files.writeString(
            folder.resolve("XHKG_0700.csv"),
            "Date,High,Low,Close\n2025-02-21,50.5,48.9,50\n2025-02-24,52.6,49.95,52.35\n");
    browser.find("#price-files").sendKeys(file.toString());
    ReadersDesk.await(() -> browser.find(".prices .status").getText().contains("2 claims decided"));
    ReadersDesk.await(() -> { // the line is written anew as claims are decided
      browser.find(".prices .status a").click();
      return true;
    });
    ReadersDesk.await(() -> browser.all(".needed").isEmpty());
    assertThat(browser.shown(".card .badge")).containsExactly("✓ Verified");
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
      browser.find("form.check summary").click();
      browser.find("#published_at").sendKeys("2025-03-11");
      browser.find("form.check button[type=submit]").click();
      ReadersDesk.await(() -> !browser.all(".card").isEmpty());
      assertThat(browser.shown(".card .badge")).containsExactly("✓ Verified");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void doubtfulClaim_isOpenedWithWhyItAccusesNobody_andFoundByItsVerdict() {
    browser.open("/?verdict=doubtful");
    assertThat(browser.shown(".articles h3")).isNotEmpty();
    assertThat(browser.shown(".articles .worst.v-doubtful q")).isNotEmpty();
    assertThat(browser.shown(".articles .tally span.v-doubtful").getFirst()).contains("doubtful");
    browser.open("/articles/" + ReadersDesk.DOUBTFUL);
    ReadersDesk.await(() -> !browser.all(".card").isEmpty());

    assertThat(browser.shown(".card .badge")).containsExactly("? Doubtful");
    assertThat(browser.shown(".card .odds").getFirst())
        .contains("Doubtful: look yourself.", "1 in 5 that the statement is false", "0.200");
    browser.find(".card .odds summary").click();
    assertThat(browser.shown(".card .odds li"))
        .containsExactly(
            "The company is carried over from the sentence before.",
            "No session is stated.",
            "Two neighbouring digits changed places: 4.12 for 4.21.");
    browser.look(Browser.Look.PHONE);
    browser.find(".card.first .acts .back").click();
    assertThat(browser.place()).contains("#at-");
  }

  @Test
  void copy_ofAnArticle_isNamedOnItsPage_andFiguresAreApart() {
    browser.open("/");
    String copy = "//a[text()='Lanterns again']";
    browser.follow(copy);
    ReadersDesk.await(() -> browser.title().startsWith("Lanterns again"));
    assertThat(browser.shown("section.about-it li").getFirst())
        .contains("Brindlewick Lanterns shines after harbour order");
    browser.find(".around summary").click();
    assertThat(browser.shown("table.context caption"))
        .anyMatch(caption -> caption.startsWith("XXXX:BRWK, as of 2025-03-07"))
        .anyMatch(caption -> caption.startsWith("XXXX:BRWK afterwards, from 2025-03-11"));
    assertThat(browser.shown("figure svg")).isNotEmpty();
    assertThat(browser.shown(".around .row .who")).containsExactly("Brindlewick Lanterns\nBRWK");
  }

  @Test
  void uploads_ofAFailure_saysWhyAndHowToReplayIt() {
    browser.open("/uploads?status=failed");
    assertThat(browser.shown("tbody th")).containsExactly("inbox/empty.txt");
    assertThat(browser.shown("tbody td").get(1))
        .contains("The file is empty", "./quotemark replay inbox/empty.txt");
    assertThat(browser.shown(".tabs [aria-current]")).containsExactly("failed");
    browser.find(".tabs a").click();
    ReadersDesk.await(() -> browser.place().equals("/uploads"));
    assertThat(browser.shown("tbody th")).hasSize(10);
  }

  @Test
  void search_ofAListing_narrowsTheList_andListingsLeadToTheirClaims() {
    browser.open("/listings");
    browser.find("#q").sendKeys("alibaba", Keys.ENTER);
    String listing = "main a[href='/listings/XHKG%3A9988']";
    ReadersDesk.await(() -> !browser.all(listing).isEmpty());
    browser.find(listing).click();
    ReadersDesk.await(() -> browser.place().startsWith("/listings/"));
    assertThat(browser.shown("h1").getFirst()).contains("Alibaba", "9988.HK");
    assertThat(browser.shown("tbody th")).contains("“closed at HK$138.50”");
    browser.find("section[aria-labelledby=claims] tbody th a").click();
    ReadersDesk.await(() -> !browser.all(".card").isEmpty());
    assertThat(browser.place()).matches("/articles/[0-9a-f]+#c\\d+");
    assertThat(browser.shown(".card")).hasSize(1);

    browser.open("/");
    browser.find("form.search summary").click();
    browser.find("#f-listing").sendKeys("XHKG:9988", Keys.ENTER);
    ReadersDesk.await(() -> browser.place().contains("listing="));
    assertThat(browser.shown("h2").getFirst()).isEqualTo("Articles: listing XHKG:9988");
    assertThat(browser.shown(".articles h3")).hasSize(1);
  }

  @Test
  void printed_article_showsEveryClaim_andNoForm() {
    browser.open("/articles/" + wrong);
    browser.print();
    ReadersDesk.await(() -> browser.shown(".card").size() == 8);
    browser.look(Browser.Look.DESKTOP);
    browser.open("/");
    assertThat(browser.shown("form")).hasSizeGreaterThan(1);
    browser.print();
    ReadersDesk.await(() -> browser.shown("form").isEmpty());
  }

  @Test
  void droppedFile_onTheForm_isCheckedAtOnce() {
    browser.open("/");
    drop(
        "slip.html",
        "text/html",
        "<h1>Lanterns</h1><time datetime='2025-03-11T18:15:00Z'></time><p>Brindlewick Lanterns"
            + " (XXXX: BRWK) shares closed at 380p on Tuesday <img src=x onerror=window.hurt=1>,"
            + " the company said in a note.</p>");
    ReadersDesk.await(() -> browser.find(".answer").isDisplayed());
    assertThat(browser.shown(".answer li").getFirst())
        .contains("✓ Verified", "closed at 380p", "XXXX:BRWK");
    assertThat(browser.find("[role=status]").getText()).contains("slip.html is checked: 1 claims");

    drop("nothing.bin", "application/octet-stream", "\u0000\u0001");
    ReadersDesk.await(() -> browser.find("[role=status]").getText().startsWith("nothing.bin: "));
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
}
