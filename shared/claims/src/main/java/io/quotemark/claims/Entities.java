package io.quotemark.claims;

import io.quotemark.claims.entities.Mention;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuers an article names, each with its mentions in title and text. */
final class Entities {
  private Entities() {}

  static List<Entity> of(List<Passage> passages) {
    Map<Issuer, List<Span>> spans = new LinkedHashMap<>();
    Map<Issuer, Double> scores = new LinkedHashMap<>();
    for (Passage passage : passages) {
      for (Mention mention : passage.mentions()) {
        if (mention.refersBack()) {
          continue;
        }
        int start = passage.tokens().get(mention.from()).start();
        int end = passage.tokens().get(mention.to() - 1).end();
        List<Span> of = spans.get(mention.named());
        if (of == null) {
          of = new ArrayList<>();
          spans.put(mention.named(), of);
        }
        of.add(passage.tokens().offsets().span(passage.part(), start, end));
        scores.put(
            mention.named(),
            Math.max(mention.score(), scores.getOrDefault(mention.named(), mention.score())));
      }
    }
    List<Entity> entities = new ArrayList<>();
    for (Map.Entry<Issuer, List<Span>> mentioned : spans.entrySet()) {
      Issuer issuer = mentioned.getKey();
      List<ListingId> listings = new ArrayList<>();
      for (Listing listing : issuer.listings()) {
        listings.add(listing.id());
      }
      entities.add(
          new Entity(
              issuer.name(),
              BigDecimal.valueOf(scores.getOrDefault(issuer, 0.0))
                  .setScale(2, RoundingMode.HALF_UP),
              listings,
              mentioned.getValue()));
    }
    return entities;
  }
}
