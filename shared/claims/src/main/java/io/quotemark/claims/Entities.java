package io.quotemark.claims;

import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.statements.ClaimFinder.PartText;
import io.quotemark.domain.Entity;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuers an article names, each with its mentions in title and text. */
final class Entities {
  private Entities() {}

  static List<Entity> of(List<PartText> parts) {
    Map<Issuer, List<Span>> spans = new LinkedHashMap<>();
    Map<Issuer, Double> scores = new LinkedHashMap<>();
    for (PartText part : parts) {
      for (Mention mention : part.mentions()) {
        if (mention.kind() == Mention.Kind.REFERENCE) {
          continue;
        }
        int start = part.tokens().get(mention.from()).start();
        int end = part.tokens().get(mention.to() - 1).end();
        spans
            .computeIfAbsent(mention.issuer(), issuer -> new ArrayList<>())
            .add(part.tokens().offsets().span(part.part(), start, end));
        scores.merge(mention.issuer(), mention.score(), Math::max);
      }
    }
    List<Entity> entities = new ArrayList<>();
    spans.forEach((issuer, mentions) ->
        entities.add(
            new Entity(
                issuer.name(),
                BigDecimal.valueOf(scores.getOrDefault(issuer, 0.0))
                    .setScale(2, RoundingMode.HALF_UP),
                issuer.listings().stream().map(Listing::id).toList(),
                mentions)));
    return entities;
  }
}
