package io.quotemark.bench.doubt;

import io.quotemark.bench.doubt.Observations.Failed;
import io.quotemark.domain.claim.Claim;
import io.quotemark.runtime.json.Node;
import io.quotemark.text.ShippedLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people said of accusations: {@code F} false, {@code T} true, {@code D} a fault of the data.
 */
final class Judgements {
  private final Map<String, String> byClaim = new HashMap<>();

  /** Those of our own, and of the material where it has a file of them. */
  static Judgements of(Path file) throws IOException {
    Judgements judgements = new Judgements();
    for (String line : ShippedLines.of(Judgements.class, "judged.tsv")) {
      String[] cells = line.split("\t", -1);
      judgements.byClaim.put(
          key(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2]), cells[3]);
    }
    if (Files.exists(file)) {
      for (Node line : Material.lines(file)) {
        judgements.byClaim.putIfAbsent(
            key(line.at("doc").text(), line.at("kind").text(), line.at("value").textOrNull()),
            line.at("judgement").text());
      }
    }
    return judgements;
  }

  String of(Failed failed) {
    Claim claim = failed.claim().claim();
    BigDecimal value = claim.value();
    return byClaim.getOrDefault(
        key(failed.doc(), claim.kind().name(), value == null ? null : value.toPlainString()), "");
  }

  boolean isTrueOrDataFault(Failed failed) {
    String judgement = of(failed);
    return judgement.equals("T") || judgement.equals("D");
  }

  private static String key(String doc, String kind, @Nullable String value) {
    return doc + "\t" + kind + "\t" + value;
  }
}
