package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first page of a list costs does not grow with the store; {@link ListScale} is the long
 * form.
 */
@Tag("proof")
class ListCostTest {
  /** The first page of every list, plain, by a key, and by what no key serves. */
  static final List<String> FIRST_PAGES =
      List.of(
          "/v1/articles",
          "/v1/articles?sort=updated_at",
          "/v1/articles?sort=contradicted",
          "/v1/articles?sort=reaction",
          "/v1/articles?listing=XXXX:BRWK",
          "/v1/articles?issuer=Brindlewick%20Lanterns%20plc&language=en",
          "/v1/articles?source=Source%203",
          "/v1/articles?verdict=contradicted",
          "/v1/articles?verdict=doubtful",
          "/v1/articles?verdict=verified",
          "/v1/articles?claim_kind=MOVE_PCT",
          "/v1/articles?flag=STALE_AT_PUBLISH",
          "/v1/articles?published_on=2024-03-01",
          "/v1/articles?updated_since=2025-01-01",
          "/v1/listings/XXXX:BRWK/articles",
          "/v1/claims",
          "/v1/claims?verdict=contradicted",
          "/v1/removed",
          "/v1/uploads",
          "/v1/feed.atom");

  /** Hardly anything passes these: a request gives up after a bounded number of entries. */
  private static final List<String> SPARSE =
      List.of("/v1/articles?q=nothing-has-this", "/v1/articles?language=fr&sort=updated_at");

  /** Half a unit is one small read; the rest is where a page happens to begin. */
  private static final double SLACK = 6;

  @TempDir Path data;

  @Test
  void firstPages_takeNoMoreReadUnits_ofAStoreThreeTimesAsLarge() throws Exception {
    try (Pipeline pipeline = new Pipeline(data);
        GeneratedStore store = new GeneratedStore(pipeline)) {
      store.growTo(90);
      Map<String, Double> before = units(pipeline);
      store.growTo(270);
      Map<String, Double> after = units(pipeline);
      before.forEach((path, units) ->
          assertThat(after.get(path))
              .as("%s: %s units, then %s", path, units, after.get(path))
              .isLessThanOrEqualTo(units * 1.2 + SLACK));
      for (String path : SPARSE) {
        assertThat(units(pipeline, path)).as(path).isBetween(0.5, 100.0);
      }
    }
  }

  private static Map<String, Double> units(Pipeline pipeline) throws Exception {
    Map<String, Double> out = new TreeMap<>();
    for (String path : FIRST_PAGES) {
      out.put(path, units(pipeline, path));
    }
    return out;
  }

  /** Read units of one request. */
  static double units(Pipeline pipeline, String path) throws Exception {
    ReadUnits.taken();
    assertThat(pipeline.get(path).statusCode()).as(path).isEqualTo(200);
    return ReadUnits.taken();
  }
}
