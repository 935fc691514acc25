package io.quotemark.claims.chunks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SkippedTest {
  private static final Skipped SKIPPED =
      Skipped.NOTHING
          .with(new Skipped.Phrase("still", Set.of()))
          .with(new Skipped.Phrase("well over", Set.of("over")))
          .with(new Skipped.Phrase("the", Set.of()));

  @Test
  void marks_areThoseOfItsPhrases() {
    assertThat(SKIPPED.has("over")).isTrue();
    assertThat(SKIPPED.has("ove")).isFalse();
    assertThat(Skipped.NOTHING.has("over")).isFalse();
  }

  @Test
  void words_areFoundWhole_alsoOverTwoPhrases_butNotBehindAMark() {
    assertThat(SKIPPED.holds("still")).isTrue();
    assertThat(SKIPPED.holds("still well")).isTrue();
    assertThat(SKIPPED.holds("the")).isTrue();
    assertThat(SKIPPED.holds("over the")).isFalse();
    assertThat(SKIPPED.holds("ell")).isFalse();
    assertThat(Skipped.NOTHING.isEmpty()).isTrue();
    assertThat(SKIPPED.isEmpty()).isFalse();
  }
}
