package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Listings that the operator adds: every function reads them, and the command looks them through.
 */
class OwnListingsTest {
  private static final String ROWS =
      """
      issuer	aliases	ticker	mic	currency
      Umbra Tiles plc	Umbra Tiles	UMBR	XLON	GBX
      """;

  private static final String BARS =
      """
      date,open,high,low,close,volume
      2023-05-15,312,313,309,310,90000
      2023-05-16,311,320,311,318,120000
      """;

  @TempDir Path data;

  /** Puts the file where the functions read it; its key. */
  static String install(Path data) throws IOException {
    Path file = Files.writeString(data.resolve("own.tsv"), ROWS);
    return OwnListings.install(file, data);
  }

  @Test
  void claim_onOwnListing_isResolvedCheckedAndServed() throws Exception {
    String key = install(data);
    try (Pipeline pipeline = new Pipeline(data, null, Map.of("Listings", key))) {
      pipeline.drop().put("prices/XLON_UMBR.csv", BARS.getBytes(UTF_8));
      pipeline.settled();
      Node upload =
          pipeline.upload(
              "inbox/umbra.txt",
              "Tiles in demand\n\nMay 16, 2023 18:00 GMT\n\nUmbra Tiles closed at 318 pence on Tuesday, up 2.6 percent.\n");
      String id = upload.at("articles").texts().getFirst();
      String article = pipeline.get("/v1/articles/" + id).body();
      assertThat(article).contains("XLON:UMBR").contains("\"verified\"");
      assertThat(pipeline.get("/v1/listings/XLON:UMBR/prices").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void listingsOfAnEarlierStart_areTakenAwayByAStartWithoutAny() throws IOException {
    Path installed = data.resolve("bucket").resolve(install(data));
    assertThat(installed).exists();

    assertThat(OwnListings.install(null, data)).isEmpty();
    assertThat(installed).doesNotExist();
  }

  @Test
  void functions_beforeTheFileTheyAreToldOfIsThere_useTheShippedListings() throws Exception {
    try (Pipeline pipeline = new Pipeline(data, null, Map.of("Listings", "config/none.tsv"))) {
      Node upload = pipeline.upload("inbox/a.txt", Sample.articles().getFirst().bytes());
      assertThat(upload.at("status").text()).isEqualTo("done");
      assertThat(pipeline.get("/v1/listings/XHKG:9988").statusCode()).isEqualTo(200);
      pipeline.send("PricesQueue", "{\"type\": \"sweep\"}");
      pipeline.settled();
    }
  }

  @Test
  void check_ofBadFile_namesLineAndReason() throws IOException {
    Path file =
        Files.writeString(data.resolve("bad.tsv"), ROWS + "Penumbra\t\tPEN\tXLON\tpounds\n");
    StringWriter out = new StringWriter();
    int code = run(out, "listings", "check", file.toString());
    assertThat(code).isEqualTo(Exit.FAILED_INPUT);
    assertThat(out.toString()).contains("bad.tsv:3 wrong:").contains("three-letter code");
  }

  @Test
  void find_byTicker_showsAllListingsOfTheIssuer() {
    StringWriter out = new StringWriter();
    assertThat(run(out, "listings", "find", "9988")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("XHKG:9988").contains("XNYS:BABA").contains("primary");
  }

  @Test
  void find_ofNobody_saysSo() {
    StringWriter out = new StringWriter();
    assertThat(run(out, "listings", "find", "Brindlewick Nobody")).isEqualTo(Exit.FAILED_INPUT);
    assertThat(out.toString()).contains("No issuer").doesNotContain("Did you mean");
  }

  @Test
  void find_byTickerAsAMarketWritesIt_findsTheIssuer() {
    StringWriter out = new StringWriter();
    assertThat(run(out, "listings", "find", "700.HK")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("Tencent", "XHKG:0700");
  }

  @Test
  void find_misspelt_asksWhatWasMeant() {
    StringWriter out = new StringWriter();
    assertThat(run(out, "listings", "find", "Alibabba")).isEqualTo(Exit.FAILED_INPUT);
    assertThat(out.toString()).contains("Did you mean Alibaba");
  }

  private static int run(StringWriter out, String... arguments) {
    PrintWriter writer = new PrintWriter(out, true);
    return Quotemark.run(writer, writer, arguments);
  }
}
