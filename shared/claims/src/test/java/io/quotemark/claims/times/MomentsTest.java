package io.quotemark.claims.times;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
  private static Claim read(
      String language, String text, String figure, ClaimKind kind, @Nullable PriceField field) {
    Language of = Language.of(language);
    int start = text.indexOf(figure);
    Claim claim =
        Claim.of(kind, new Span(Span.Part.TEXT, start, start + figure.length(), figure))
            .field(field)
            .wording(new Wording(0, Wording.Naming.NAMED, 0, 1, 1, 1, 0, 0, 9, false, false))
            .build();
    return Moments.of(of).in(Tokens.of(text, of.marks())).of(claim);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The shares were up 2.1 percent at 10:30 a.m. in New York. | 2.1 percent | 10:30",
        "en | The shares were up 2.1 percent at 2:15 p.m. ET. | 2.1 percent | 14:15 America/New_York",
        "en | As of 14.05 GMT the stock was down 3 pence at 412p. | 412p | 14:05 Etc/UTC",
        "en | By 1430 GMT the index was at 7,512 points. | 7,512 | 14:30 Etc/UTC",
        "en | By midday the stock traded at $41.20. | $41.20 | about 12:00",
        "en | At 12:05 a.m. the stock traded at $41.20. | $41.20 | 00:05",
        "de | Die Aktie notierte um 10.30 Uhr bei 41,20 Euro. | 41,20 Euro | 10:30",
        "de | Gegen 15 Uhr MEZ lag die Aktie bei 41,20 Euro. | 41,20 Euro | 15:00 Europe/Berlin",
        "fr | Vers 10h30, le titre gagnait 2,1 %. | 2,1 % | 10:30",
        "es | A las 10:30 el valor subía un 2,1 %. | 2,1 % | 10:30",
      })
  void timeBesideAFigure_isThatOfItsPrice(
      String language, String text, String figure, String clock) {
    Claim read = read(language, text, figure, ClaimKind.PRICE_LEVEL, null);

    assertThat(read.clock()).isEqualTo(ClockTime.parse(clock)).hasToString(clock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It was at $41.20 at 10:30 a.m. and at $42 at 2:15 p.m.",
        "The stock traded at $41.20; the conference, to which investors and analysts are invited, begins at 4:30 p.m.",
        "The stock traded at $41.20 on a ratio of 10:30.",
        "The stock traded at $41.20 at 13:75.",
        "The stock traded at $41.20 at 17:30 p.m.",
      })
  void timesOfOtherThings_areLeftAlone(String text) {
    assertThat(read("en", text, "$41.20", ClaimKind.PRICE_LEVEL, null).clock()).isNull();
  }

  @Test
  void close_hasATimeOfItsOwn() {
    String text = "It closed at $41.20 at 4:00 p.m.";

    assertThat(read("en", text, "$41.20", ClaimKind.PRICE_LEVEL, PriceField.CLOSE).clock())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Shares rose as much as 5.2 percent before paring gains., true",
    "Shares fell as much as 5.2 percent and later trimmed the loss., true",
    "Shares rose as much as 5.2 percent in early trading., false"
  })
  void peakThatWasPared_isToldApart(String text, boolean pared) {
    assertThat(read("en", text, "5.2 percent", ClaimKind.PEAK_MOVE_PCT, null).compared().ended())
        .isEqualTo(pared);
  }
}
