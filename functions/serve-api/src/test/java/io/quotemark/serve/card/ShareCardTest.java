package io.quotemark.serve.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.serve.chart.Proof;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ShareCardTest {
  private static final int RED = 0xa81c26;

  @Test
  void card_isAPicture_withTheVerdictInItsColour_wordsAndChart() throws IOException {
    BufferedImage card = drawn("rose 3.8%");
    assertThat(card.getWidth()).isEqualTo(1200);
    assertThat(card.getHeight()).isEqualTo(630);
    assertThat(share(card, 56, 20, 300, 50, RED)).as("verdict").isBetween(0.08, 0.4);
    assertThat(differing(card, 56, 96, 900, 60)).as("quote").isBetween(0.01, 0.3);
    assertThat(differing(card, 56, 240, 1088, 330)).as("chart").isBetween(0.02, 0.6);
  }

  @Test
  void quoteInLettersThatItLacks_isLeftOut_andTheCompanyStandsInstead() throws IOException {
    assertThat(ShareCard.drawable("周一收报135.7港元")).isFalse();
    assertThat(ShareCard.drawable("تراجعت")).isFalse();
    assertThat(ShareCard.drawable("stieg um 3,8 % auf 41,20 € – „Höchststand“ wie Łódź")).isTrue();
    assertThat(differing(drawn("周一收报"), 56, 96, 900, 60)).as("company").isBetween(0.01, 0.3);
  }

  @Test
  void longWords_endInAnEllipsis_insideTheCard() throws IOException {
    BufferedImage card = drawn("supercalifragilistic".repeat(30));
    assertThat(differing(card, 1150, 96, 48, 54)).as("margin").isZero();
  }

  @Test
  void everyLetter_hasAnOutline_andSpacesHaveNone() {
    Letters words = Letters.of(Letters.WORDS);
    for (int letter = '!'; letter <= '~'; letter++) {
      String one = Character.toString(letter);
      assertThat(words.have(one)).as(one).isTrue();
      assertThat(words.outline(one, 0, 0, 40).getBounds2D().getHeight()).as(one).isPositive();
      assertThat(words.width(one, 40)).as(one).isBetween(4.0, 45.0);
    }
    assertThat(words.have(" \u00a0")).isTrue();
    assertThat(words.outline(" ", 0, 0, 40).getBounds2D().getHeight()).isZero();
  }

  private static BufferedImage drawn(String quote) throws IOException {
    List<Proof.Session> sessions =
        IntStream.range(0, 40)
            .mapToObj(i ->
                new Proof.Session(
                    LocalDate.of(2025, 3, 3).plusDays(i),
                    100 + i,
                    104 + i,
                    98 + i,
                    102 + i,
                    1_000,
                    i > 25,
                    List.of("1", "2", "0.5", "1.5")))
            .toList();
    Proof proof =
        new Proof(
            "Alder",
            "",
            sessions,
            new Proof.Band(119, 121, "claimed $120"),
            List.of(new Proof.Point(LocalDate.of(2025, 3, 20), 119, "closed $119")),
            25.5,
            List.of(),
            price -> "$" + price.toPlainString(),
            "#a81c26");
    byte[] png =
        ShareCard.png(
            new ShareCard.Content(
                "Contradicted",
                "#a81c26",
                quote,
                List.of("阿里巴巴 did not rise.", "Alder did not rise by 3.8 % that day."),
                "Alder ALDR",
                List.of("11 March 2025"),
                proof));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static double share(BufferedImage image, int x, int y, int width, int height, int of) {
    return count(image, x, y, width, height, rgb -> rgb == of);
  }

  /** How much of it is not the colour of its first corner. */
  private static double differing(BufferedImage image, int x, int y, int width, int height) {
    int paper = image.getRGB(x, y) & 0xffffff;
    return count(image, x, y, width, height, rgb -> rgb != paper);
  }

  private static double count(
      BufferedImage image,
      int x,
      int y,
      int width,
      int height,
      java.util.function.IntPredicate counted) {
    long hits = 0;
    for (int i = x; i < x + width; i++) {
      for (int j = y; j < y + height; j++) {
        hits += counted.test(image.getRGB(i, j) & 0xffffff) ? 1 : 0;
      }
    }
    return (double) hits / width / height;
  }
}
