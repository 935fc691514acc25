package io.quotemark.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ProofChartTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

  @Test
  void inPage_hasTheBandAsWideAsItsRounding_theRings_andWhatCameLaterPale() throws Exception {
    Proof proof = proof(40, new Proof.Band(103.5, 104.5, "claimed $104"), 25.5);
    Document svg = parsed(ProofChart.inPage(proof, "c1"));
    String markup = ProofChart.inPage(proof, "c1");
    assertThat(markup).contains("class=\"up later\"", "class=\"down\"", "class=\"vol later\"");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(markup).contains("claimed $104", "published", "closed $110", "class=\"band\"");
    assertThat(markup).doesNotContain("style=", "#");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Alder. What is shown.");
  }

  @Test
  void band_ofALaxerRounding_isWider() {
    assertThat(bandHeight(new Proof.Band(99, 109, "x")))
        .isGreaterThan(4 * bandHeight(new Proof.Band(103.5, 104.5, "x")));
  }

  private static double bandHeight(Proof.Band band) {
    Drawn drawn = new Drawn();
    ProofChart.draw(proof(40, band, null), drawn, 400, 215);
    return drawn.bands.getFirst()[3];
  }

  @Test
  void claimFarFromThePrices_isNamedAtTheEdge_andDoesNotPressThemFlat() {
    Drawn drawn = new Drawn();
    ProofChart.draw(proof(40, new Proof.Band(999, 1001, "claimed $1,000"), null), drawn, 400, 215);
    assertThat(drawn.bands).isEmpty();
    assertThat(drawn.words).contains("claimed $1,000 ↑ above the chart");
    assertThat(drawn.words).doesNotContain("$1000", "$800");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 20, 40, 75, 76, 300, 2_500})
  void labels_lieInsideTheCanvas_andOnNoOther(int sessions) {
    for (double level : new double[] {100, 104, 109, 111, 120}) {
      Drawn drawn = new Drawn();
      Proof.Band band = new Proof.Band(level - .5, level + .5, "claimed $" + level);
      ProofChart.draw(proof(sessions, band, sessions * 0.6), drawn, 400, 215);
      assertThat(drawn.boxes).allMatch(b -> b.x() >= 0 && b.x() + b.width() <= 400);
      assertThat(drawn.boxes).allMatch(b -> b.y() >= -1 && b.y() + b.height() <= 215);
      for (int i = 0; i < drawn.boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(drawn.boxes.get(i).meets(drawn.boxes.get(j)))
              .as("%s on %s", drawn.words.get(i), drawn.words.get(j))
              .isFalse();
        }
      }
    }
  }

  @Test
  void ticks_areThreeToFive_andRound() {
    for (double span = 0.01; span < 1e6; span *= 1.37) {
      List<BigDecimal> ticks = Plot.ticks(100, 100 + span);
      assertThat(ticks).as("span " + span).hasSizeBetween(2, 5);
      assertThat(ticks)
          .allMatch(tick -> tick.subtract(ticks.getFirst()).stripTrailingZeros().precision() <= 3);
    }
  }

  @Test
  void manySessions_areALine_drawnInFewPoints() {
    String years = ProofChart.inPage(proof(2_500, null, 2_000.0), "c1");
    assertThat(years)
        .contains("class=\"line\"", "class=\"line later\"")
        .doesNotContain("class=\"up");
    assertThat(years.length()).isLessThan(22_000);
  }

  @Test
  void file_saysHowItLooks_withoutAStyleSheet() throws Exception {
    String file = ProofChart.file(proof(40, new Proof.Band(103.5, 104.5, "claimed $104"), 25.5));
    Document svg = parsed(file);
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("What is shown.");
    assertThat(file).contains("fill=\"#a81c26\"", "xmlns=\"http://www.w3.org/2000/svg\"");
    assertThat(file).doesNotContain("<style", "style=");
  }

  @Test
  void wordsOfAnArticle_areText() throws Exception {
    Proof proof =
        new Proof(
            "<script>",
            "\"><svg onload=x>",
            proof(5, null, null).sessions(),
            new Proof.Band(100, 100, "</text><script>"),
            List.of(),
            null,
            List.of(),
            BigDecimal::toPlainString,
            "#a81c26");
    assertThat(parsed(ProofChart.inPage(proof, "c1")).getElementsByTagName("script").getLength())
        .isZero();
    assertThat(parsed(ProofChart.file(proof)).getElementsByTagName("script").getLength()).isZero();
  }

  private static Proof proof(int count, Proof.@Nullable Band band, @Nullable Double published) {
    List<Proof.Session> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double close = 105 + 5 * Math.sin(i * 0.7);
      double open = close + Math.cos(i * 1.3);
      boolean later = published != null && i > published;
      sessions.add(
          new Proof.Session(
              FIRST.plusDays(i),
              open,
              Math.max(open, close) + 0.5,
              Math.min(open, close) - 0.5,
              close,
              1_000 + i,
              later,
              List.of("1", "2", "0.5", "1.5")));
    }
    int last = count / 2;
    return new Proof(
        "Alder",
        "What is shown.",
        sessions,
        band,
        List.of(
            new Proof.Point(FIRST.plusDays(last), 110, "closed $110"),
            new Proof.Point(FIRST.plusDays(Math.max(0, last - 1)), 104, "3 Mar 2025: $104")),
        published,
        List.of(new Proof.Split(FIRST.plusDays(last), "split 4 for 1")),
        price -> "$" + price.toPlainString(),
        "#a81c26");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  /** Remembers what is drawn where. */
  private static final class Drawn implements Pen {
    private final SvgPen letters = new SvgPen(false, "");
    final List<double[]> bands = new ArrayList<>();
    final List<String> words = new ArrayList<>();
    final List<Labels.Box> boxes = new ArrayList<>();

    @Override
    public void stroke(Ink ink, boolean pale, List<Step> path) {}

    @Override
    public void fill(Ink ink, boolean pale, List<double[]> drawn) {
      if (ink == Ink.BAND) {
        bands.addAll(drawn);
      }
    }

    @Override
    public void ring(double x, double y, double radius) {}

    @Override
    public void text(Ink ink, double x, double y, Anchor anchor, String label) {
      words.add(label);
      double width = width(ink, label);
      double from = anchor == Anchor.MIDDLE ? x - width / 2 : x;
      boxes.add(new Labels.Box(from, y - 9, width, 10));
    }

    @Override
    public double width(Ink ink, String label) {
      return letters.width(ink, label);
    }
  }
}
