package io.quotemark.market.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.fixtures.MinuteWalk;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedMinutesTest {
  private static final MinuteBars DAY =
      MinuteWalk.of("XNYS:BABA", "2025-02-24", "America/New_York")
          .at("04:00", 143.75)
          .at("09:30", 139.2)
          .at("15:59", 129.04)
          .at("19:59", 130)
          .noise(0.002)
          .without("05:10", "05:40")
          .bars(new Random(7));

  @Test
  void aDay_comesBackAsItWas_inLittleRoom() {
    byte[] packed = PackedMinutes.pack(DAY);

    assertThat(PackedMinutes.unpack(packed)).isEqualTo(DAY);
    assertThat(PackedMinutes.pack(PackedMinutes.unpack(packed))).isEqualTo(packed);
    assertThat(DAY.minutes()).hasSize(930);
    assertThat(packed.length).isLessThan(10_000);
  }

  @Test
  void damagedBytes_areRefused_neverReadOtherwise() {
    byte[] packed = PackedMinutes.pack(DAY);
    for (int length = 0; length < packed.length; length += 37) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> PackedMinutes.unpack(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] later = packed.clone();
    later[0] = 9;
    assertThatThrownBy(() -> PackedMinutes.unpack(later)).hasMessageContaining("version 9");
  }
}
