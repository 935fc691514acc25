package io.quotemark.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PackedFindingsTest {
  private static final String CLAIM =
      """
      {"id":"c1","group":"g1","kind":"MOVE_PCT","in":"text","start":141,"end":150,"text":"fell 3.8%",\
      "subject":"Brindlewick","listing":{"id":"XXXX:BRWK","score":"0.99","why":["page:BRWK","primary"],"rejected":[]},\
      "value":"3.8","currency":null,"step":"0.1","direction":"down","hedge":null,"modality":"asserted","rule":"move"}\
      """;

  /** {@code CLAIM} as the first dictionary packed it; what is stored must stay readable. */
  private static final String STORED =
      "78f9709bbf722334c4843fa91b9a184213bba12922b9a7a5e6e42818eb59a026772760799392935a"
          + "9e999c8d2de50381955350b837ce6c0cceb6501584533cd07a52123df1691c3921d702009c3b614a";

  /** The same by the second dictionary. */
  private static final String STORED_LATER =
      "78f9145935e0233464873f5b189a18423386a129226ba4a5e6e42818eb59a0660d2760399692935a"
          + "9e999c8d2d970081955350b837ce2c0fcee25015847307d07a523208f1f90139d1d702009c3b614a";

  /** Nothing, as the third dictionary packs it. */
  private static final String EMPTY = "78f97eaf847b030000000001";

  @Test
  void packed_isSmallerThanByItself_andComesBackByteForByte() {
    byte[] json = CLAIM.getBytes(UTF_8);
    byte[] packed = PackedFindings.pack(json);
    assertThat(PackedFindings.unpack(packed)).isEqualTo(json);
    assertThat(packed).isEqualTo(PackedFindings.pack(json)).hasSizeLessThan(deflated(json) / 2);
    byte[] many = CLAIM.repeat(500).getBytes(UTF_8);
    assertThat(PackedFindings.unpack(PackedFindings.pack(many))).isEqualTo(many);
    assertThat(PackedFindings.unpack(PackedFindings.pack(new byte[0]))).isEmpty();
  }

  @Test
  void whatEarlierDictionariesPacked_isStillRead() {
    for (String stored : List.of(STORED, STORED_LATER)) {
      assertThat(new String(PackedFindings.unpack(HexFormat.of().parseHex(stored)), UTF_8))
          .isEqualTo(CLAIM);
    }
  }

  /** The checksum of the dictionary stands in the head of the stream. */
  @Test
  void dictionaries_areNeverChanged_andTheThirdPacks() {
    assertThat(HexFormat.of().formatHex(PackedFindings.pack(new byte[0]))).isEqualTo(EMPTY);
  }

  @Test
  void whatIsNoPackedFindings_isRefused() {
    byte[] packed = PackedFindings.pack(CLAIM.getBytes(UTF_8));
    assertThatThrownBy(() -> PackedFindings.unpack(Arrays.copyOf(packed, packed.length / 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("end too early");
    assertThatThrownBy(() -> PackedFindings.unpack("{}".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no packed findings");
    byte[] other = packed.clone();
    other[2]++;
    assertThatThrownBy(() -> PackedFindings.unpack(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which this build does not have");
  }

  private static int deflated(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(json);
    deflater.finish();
    int size = deflater.deflate(new byte[10_000]);
    deflater.end();
    return size;
  }
}
