package io.quotemark.bench.doubt;

import io.quotemark.bench.doubt.Observations.Failed;
import io.quotemark.domain.Claim;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What people said of accusations: {@code F} false, {@code T} true, {@code D} a fault of the data. */
final class Judgements {
  private final Map<String, String> byClaim = new HashMap<>();

  /** Without such a file nothing is judged. */
  static Judgements of(Path file) throws IOException {
    Judgements judgements = new Judgements();
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

  private static String key(String doc, String kind, @org.jspecify.annotations.Nullable String value) {
    return doc + "\t" + kind + "\t" + value;
  }
}
