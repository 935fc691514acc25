package io.quotemark.domain.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.domain.article.TextSketch.Kinship;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies, updates and rewrites of one made-up story. */
class TextSketchTest {
  private static final String STORY =
      """
      The lantern maker Brindlewick said on Tuesday that it expects to sell a third more lamps this year than last, as harbours along
      the coast replace oil with electric light. Its shares rose 4.2 percent to 18.60 crowns in Wickham by noon, their highest in two
      years, before giving back half of the gain.

      The company hired forty lamp fitters in the spring and means to hire as many again before the autumn, when nights grow long. A
      second workshop at Saltmere opens in October, and the board will propose a dividend of 0.40 crowns a share, the first since the
      flood. Analysts had expected no dividend at all.

      Rivals were not so lucky. Tallow & Sons closed its works for a week after a shipment of glass was lost at sea, and Morrow Light
      said that orders from the islands had halved since the ferry stopped. Neither would say when business might return to normal.
      """;

  private final TextSketch story = TextSketch.of(STORY);

  @Test
  void kinship_copyWithOtherLayout_isIdentical() {
    TextSketch copy = TextSketch.of(STORY.toUpperCase(java.util.Locale.ROOT).replace("\n", " "));
    assertThat(copy.kinship(story)).isEqualTo(Kinship.IDENTICAL);
    assertThat(copy.names()).isEqualTo(story.names()).hasSize(3);
    assertThat(copy.degree(story)).isEqualTo(1);
  }

  @Test
  void kinship_syndicatedCopy_isFoundAndIsACopy() {
    TextSketch copy =
        TextSketch.of(
            "(Wick Wire) "
                + STORY.replace("18.60", "18.65")
                + " Distributed by the Coast Service.");
    assertThat(copy.kinship(story)).isEqualTo(Kinship.COPY);
    assertThat(finds(copy)).isTrue();
  }

  @Test
  void kinship_updateThatAddsParagraphs_isAnExcerptOfIt() {
    TextSketch update =
        TextSketch.of(
            STORY
                + """
                Late in the day the harbour master of Saltmere confirmed that forty quays would be lit by midsummer and that the town had set aside
                money for sixty more. Two smaller towns to the north are waiting for the outcome of a vote among their fishermen, who fear that the
                new light will drive the herring into deeper water, as it did off Gannet Head three winters ago.
                """);
    assertThat(update.kinship(story)).isEqualTo(Kinship.EXCERPT);
    assertThat(finds(update)).isTrue();
  }

  @Test
  void kinship_rewriteThatKeepsSomeParagraphs_isARewrite() {
    String[] paragraphs = STORY.split("\n\n", -1);
    TextSketch rewrite =
        TextSketch.of(
            """
            Wickham's lantern trade had a good Tuesday. Brindlewick raised its outlook and the market liked what it heard, at least until lunch.
            Traders spoke of short sellers running for cover, and of a large order from the islands that nobody would confirm on the record.
            """
                + paragraphs[1]
                + paragraphs[2]);
    assertThat(rewrite.kinship(story)).isIn(Kinship.REWRITE, Kinship.EXCERPT);
    assertThat(rewrite.degree(story)).isBetween(0.2, 0.8);
  }

  @Test
  void kinship_otherStoryOnTheSameCompany_isNone() {
    TextSketch other =
        TextSketch.of(
            """
            Brindlewick will move its headquarters from Wickham to Saltmere next spring, the lantern maker said on Friday. About two hundred
            people work there today. The town council offered the site of the old ropery for a peppercorn rent, on condition that the tower
            be kept. Shares of the company were little changed at 18.10 crowns, in a market that closed early for the regatta.
            """);
    assertThat(other.kinship(story)).isEqualTo(Kinship.NONE);
    assertThat(finds(other)).isFalse();
  }

  @Test
  void degree_halfTheSentences_isNearTheTrueShare() {
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      // 200 words in common, then 200 each of its own: a third of all
      left.append(i < 300 ? "both" : "left").append(i).append(' ');
      right.append(i < 300 ? "both" : "right").append(i).append(' ');
    }
    assertThat(TextSketch.of(left.toString()).degree(TextSketch.of(right.toString())))
        .isCloseTo(1 / 3.0, within(0.13));
  }

  @Test
  void kinship_chineseCopyWithAnAddedSentence_isACopy() {
    String text =
        "灯笼制造商布林德威克周二表示，由于沿海港口用电灯取代油灯，预计今年的灯具销量将比去年增长三分之一。公司股价中午上涨百分之四点二，创两年新高，"
            + "随后回吐一半涨幅。公司春季雇用了四十名装配工，并打算在秋季之前再雇用同样多的人。第二家工厂将于十月在盐湖镇开业。";
    TextSketch copy = TextSketch.of(text + "分析师此前预计不会派息。");
    assertThat(copy.kinship(TextSketch.of(text))).isEqualTo(Kinship.COPY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "Lamps up 4 %.", "灯笼"})
  void of_shortText_isFoundOnlyByItsOwnWords(String text) {
    TextSketch brief = TextSketch.of(text);
    assertThat(brief.names()).hasSize(text.isBlank() ? 0 : 1);
    assertThat(brief.degree(story)).isZero();
    assertThat(brief.kinship(TextSketch.of(text + "!"))).isEqualTo(Kinship.IDENTICAL);
  }

  @Test
  void parse_bytes_comparesAsBefore() {
    TextSketch read = TextSketch.parse(story.bytes());
    assertThat(read.content()).isEqualTo(story.content());
    assertThat(read.kinship(story)).isEqualTo(Kinship.IDENTICAL);
    TextSketch copy = TextSketch.of(STORY.replace("Tuesday", "Monday"));
    assertThat(read.degree(copy)).isEqualTo(story.degree(copy));
  }

  @Test
  void parse_otherBytes_isRefused() {
    assertThatThrownBy(() -> TextSketch.parse(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bytes");
  }

  /** Texts of random words, so that their degree is known. */
  @ParameterizedTest
  @CsvSource({"0.9, 0.92, 0.97", "0.7, 0.79, 0.86", "0.5, 0.62, 0.70", "0.01, 0, 0.04"})
  void names_ofTextsAlikeToADegree_findThisShareOfThem(double degree, double least, double most) {
    Random random = new Random(20_261_201);
    int runs = 150;
    int common = (int) Math.round(2 * degree / (1 + degree) * runs);
    int found = 0;
    int tries = 2_000;
    for (int i = 0; i < tries; i++) {
      List<String> left = new ArrayList<>();
      List<String> right = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        left.add(words(random));
        right.add(run < common ? left.get(run) : words(random));
      }
      TextSketch kept = TextSketch.of(String.join(" ", right));
      if (TextSketch.of(String.join(" ", left)).names().contains(kept.names().getFirst())) {
        found++;
      }
    }
    assertThat((double) found / tries).isBetween(least, most);
  }

  /** One long word in three: every run says something. */
  private static String words(Random random) {
    return Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "xxxxxxxxxxxxxxx";
  }

  /** Whether the story finds it, or it finds the story. */
  private boolean finds(TextSketch other) {
    return story.names().contains(other.names().getFirst())
        || other.names().contains(story.names().getFirst());
  }
}
