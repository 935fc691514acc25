package io.quotemark.claims.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.entities.PrintedTickers.Form;
import io.quotemark.claims.entities.PrintedTickers.Printed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTickersTest {
  /** What each form is; patterns say it in a line, but walk back over marks without end. */
  private static final Map<Form, Pattern> FORMS =
      new EnumMap<>(
          Map.of(
              Form.TAG,
              Pattern.compile(
                  "[(\\[（［【]?\\s{0,2}\\b(?<market>[A-Za-z]{2,8}(?: [A-Z][A-Za-z]{3,8}){0,3})\\s?[:：]\\s?(?<ticker>[A-Z0-9][A-Z0-9.&-]{0,9})\\b"),
              Form.CODE,
              Pattern.compile(
                  "(?<![A-Z0-9_.$])(?<ticker>[A-Z0-9]{1,6}(?:-[A-Z])?)\\.(?<market>[A-Z]{1,2})(?![.A-Z0-9_])"),
              Form.INDEX,
              Pattern.compile("(?<![\\w.])\\.(?<ticker>[A-Z][A-Z0-9]{1,8})\\b"),
              Form.CASH,
              Pattern.compile("(?<![\\w])\\$(?<ticker>[A-Z]{1,5})\\b(?![.\\d])"),
              Form.BLOOMBERG,
              Pattern.compile(
                  "(?<![\\w.])(?<ticker>[A-Z0-9]{1,6}) (?<market>[A-Z]{2})(?: Equity)?\\b(?=[\\s,;)\\]])"),
              Form.ISIN,
              Pattern.compile("\\b(?<ticker>[A-Z]{2}[A-Z0-9]{9}[0-9])\\b")));

  private static final List<String> PIECES =
      List.of(
          "A",
          "B",
          "AB",
          "ABC",
          "BABA",
          "BRK-B",
          "ABCDEFG",
          "HK",
          "US",
          "N",
          "O",
          "9",
          "9988",
          "700",
          "NYSE",
          "Nasdaq",
          "NEW YORK",
          "Stock",
          "Exchange",
          "a",
          "bc",
          "x",
          "é",
          "e\u0301",
          "\u0301",
          "\u0301\u0302",
          "\uD800\uDDFD",
          "\uD83D\uDE80",
          "股",
          ".",
          ".",
          ".",
          ":",
          ":",
          "：",
          "$",
          "$",
          " ",
          " ",
          " ",
          "  ",
          "\n",
          "\t",
          "\u00A0",
          "(",
          "[",
          "（",
          ")",
          "]",
          ",",
          ";",
          "-",
          "-",
          "&",
          "_",
          "/",
          " Equity",
          "US0378331005",
          "HK0000069689",
          "US03783310055",
          " US ",
          ".N",
          ".SPX");

  private static final int TEXTS = 20_000;
  private static final int MOST_PIECES = 14;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up (NYSE: BABA) today      | TAG       | NYSE                    | BABA",
        "at NEW YORK STOCK EXCHANGE: A | TAG    | NEW YORK STOCK EXCHANGE | A",
        "a company（SEHK：9988）     | TAG       | SEHK                    | 9988",
        "Tencent 0700.HK rose       | CODE      | HK                      | 0700",
        "the MerckMRK.N code        | CODE      | N                       | MRK",
        "Berkshire BRK-B.N rose     | CODE      | N                       | BRK-B",
        "the index .SPX fell        | INDEX     | ''                      | SPX",
        "holders of $BABA, it said  | CASH      | ''                      | BABA",
        "bought BABA US Equity, too | BLOOMBERG | US                      | BABA",
        "bonds of US0378331005 rose | ISIN      | ''                      | US0378331005"
      })
  void in_eachForm_isFoundWithItsMarket(String text, Form form, String market, String ticker) {
    assertThat(PrintedTickers.in(text).get(form))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.market()).isEqualTo(market);
          assertThat(one.ticker()).isEqualTo(ticker);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the year 1.5 million",
        "U.S.A. and e.g. this",
        "earned $ABCDEFG",
        "priced at $A1",
        "costs $5.20",
        "a ..SPX file",
        "id US03783310055 of 13",
        "He said: yes",
        "x.Apple"
      })
  void in_whatOnlyLooksLikeOne_isNone(String text) {
    assertThat(PrintedTickers.in(text)).isEmpty();
  }

  @Test
  void in_textsOfPiecesInAnyOrder_areReadAsThePatternsSay() {
    Random random = new Random(20261129);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(MOST_PIECES); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(PrintedTickers.in(text.toString()))
          .as("in <%s>", text)
          .isEqualTo(byPatterns(text.toString()));
    }
  }

  private static Map<Form, List<Printed>> byPatterns(String text) {
    Map<Form, List<Printed>> out = new EnumMap<>(Form.class);
    FORMS.forEach((form, pattern) -> {
      Matcher match = pattern.matcher(text);
      boolean market = pattern.namedGroups().containsKey("market");
      while (match.find()) {
        out.computeIfAbsent(form, f -> new ArrayList<>())
            .add(
                new Printed(
                    match.start(),
                    match.end(),
                    market ? match.group("market") : "",
                    match.group("ticker"),
                    match.start("ticker")));
      }
    });
    return out;
  }
}
