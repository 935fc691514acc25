package io.quotemark.claims.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Hedge;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of our own in many locales, in corpus.tsv: every amount as a reader reads it. */
class AmountCorpusTest {
  private final AmountFinder finder = new AmountFinder();

  record Line(String locale, String home, String sentence, List<String> amounts) {
    static Line of(String line) {
      List<String> cells = List.of(line.split("\t", -1));
      List<String> amounts =
          cells.get(3).isBlank() ? List.of() : List.of(cells.get(3).split(" ; ", -1));
      return new Line(cells.get(0), cells.get(1), cells.get(2).replace("\\n", "\n"), amounts);
    }

    AmountContext context() {
      String language =
          switch (locale) {
            case "zh-HK", "zh-TW" -> "zh-Hant";
            case "zh-CN" -> "zh-Hans";
            default -> locale.replaceAll("-.*", "");
          };
      return AmountContext.ofLanguage(language).withHome(home.equals("-") ? null : home);
    }

    @Override
    public String toString() {
      return locale + ": " + sentence;
    }
  }

  static List<Line> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AmountCorpusTest.class.getResourceAsStream("corpus.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Line::of)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void sentence_yields_exactly_its_amounts(Line line) {
    List<String> found = new ArrayList<>();
    for (FoundAmount amount : finder.find(line.sentence(), line.context())) {
      found.add(described(amount, line.sentence()));
    }
    found.removeIf(text -> uncounted(text) && !line.amounts().contains(text));

    assertThat(found).containsExactlyElementsOf(line.amounts());
  }

  @Test
  void corpus_spans_three_hundred_amounts_in_fifteen_locales() throws IOException {
    Set<String> locales = new HashSet<>();
    lines().forEach(line -> locales.add(line.locale()));

    assertThat(lines().stream().mapToInt(line -> line.amounts().size()).sum())
        .isGreaterThanOrEqualTo(300);
    assertThat(locales).hasSizeGreaterThanOrEqualTo(15);
  }

  private static boolean uncounted(String described) {
    return described.contains(" pts") || described.contains(" shs");
  }

  private static String described(FoundAmount amount, String sentence) {
    String text = sentence.substring(amount.start(), amount.end()).replace("\n", "\\n");
    BigDecimal value = amount.value();
    String number = value.scale() < 0 ? value.toBigInteger().toString() : value.toPlainString();
    Hedge hedge = amount.hedge();
    return text
        + " = "
        + plain(number)
        + " "
        + unit(amount)
        + (hedge == null ? "" : " " + hedge.name().toLowerCase(Locale.ROOT));
  }

  /** Without the zeros that a scale leaves behind the point. */
  private static String plain(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  private static String unit(FoundAmount amount) {
    if (amount.type() == Amount.Type.MONEY) {
      String currency = amount.currency();
      return currency != null ? currency : "?" + String.join(",", amount.candidates());
    }
    return switch (amount.type()) {
      case PERCENT -> "%";
      case BASIS_POINTS -> "bp";
      case PERCENTAGE_POINTS -> "pp";
      case POINTS -> "pts";
      case SHARES -> "shs";
      case MONEY -> throw new AssertionError(amount);
    };
  }
}
