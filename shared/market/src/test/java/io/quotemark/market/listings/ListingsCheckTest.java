package io.quotemark.market.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingsCheckTest {
  private static final ListingsCheck CHECK = new ListingsCheck(MasterFile.load());
  private static final String HEADER = "issuer\taliases\tticker\tmic\tcurrency\tisin\n";

  @Test
  void check_ofGoodRows_findsNothing() {
    assertThat(problems("Umbra Tiles plc\tUmbra Tiles\tUMBR\tXLON\tGBX\tGB0002634946")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Umbra\t\tUM BR\tXLON\tGBX\t', not a listing id, true",
    "'Umbra\t\tUMBR\tXLON\tpounds\t', three-letter code, true",
    "'Umbra\t\tUMBR\tLOND\tGBX\t', ISO 10383, false",
    "'Umbra\t\tUMBR\tXLON\tGBX\tGB0002634947', check digit, false",
    "'Umbra\tAlibaba\tUMBR\tXLON\tGBX\t', also a name of Alibaba Group Holding Limited$, false",
    "'Umbra\t\tBABA\tXNYS\tUSD\t', in the shipped master, false",
    "'Umbra\tUT\tUMBR\tXLON\tGBX\t', very short, false"
  })
  void check_ofBadRow_saysWhatAndWhere(String row, String reason, boolean refused) {
    List<ListingsCheck.Problem> problems = problems("Fine Ltd\t\tFINE\tXLON\tGBX\t\n" + row);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().text()).containsPattern(reason);
    assertThat(problems.getFirst().line()).isEqualTo(3);
    assertThat(problems.getFirst().refused()).isEqualTo(refused);
  }

  @Test
  void check_ofSeveralBadRows_namesThemAll() {
    assertThat(
            problems(
                "A\t\tA A\tXLON\tGBX\t\nB\t\tBB\tXLON\tx\t\nC C\t\tCC\tXLON\tGBX\t\nC C\t\tCC\tXLON\tGBX\t"))
        .extracting(ListingsCheck.Problem::line)
        .containsExactly(2, 3, 5);
  }

  @Test
  void check_ofFileWithoutColumn_saysWhich() {
    assertThat(CHECK.of("own.tsv", new StringReader("issuer\tticker\tmic\nA\tA\tXLON\n")))
        .singleElement()
        .satisfies(p -> assertThat(p.text()).contains("currency"));
  }

  @ParameterizedTest
  @CsvSource({
    "US0378331005, true",
    "US0378331006, false",
    "GB0002634946, true",
    "US037833100, false"
  })
  void isIsin_checksItsDigit(String text, boolean is) {
    assertThat(ListingsCheck.isIsin(text)).isEqualTo(is);
  }

  private static List<ListingsCheck.Problem> problems(String rows) {
    return CHECK.of("own.tsv", new StringReader(HEADER + rows + "\n"));
  }
}
