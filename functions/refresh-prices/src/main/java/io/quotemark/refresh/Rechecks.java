package io.quotemark.refresh;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.securities.Securities;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.prices.ChangedPrices;
import io.quotemark.storage.prices.PriceTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Queues the articles whose verdicts or context new prices can change, once each however many of
 * its prices changed.
 *
 * <p>No verdict rests on bars after publication, so that only articles from the first changed
 * session on matter, and those whose reaction over twenty sessions is final with it. A share price
 * matters to those that name it or another listing of its issuer (parity, a wrong listing); an
 * index or a reference rate to all from its session on.
 */
final class Rechecks {
  /** The article's day may be the one before the session's: its zone lies further west. */
  private static final int ZONES = 1;

  private final Articles articles;
  private final Consumer<List<byte[]>> queue;
  private final PriceTable prices;
  private final Securities master;
  private final FinalReactions reactions;

  /** Which stored articles there are. */
  interface Articles {
    List<String> mentioning(ListingId listing, LocalDate from);

    /** Those published from one day to another whose moment is known. */
    List<Mention> mentioning(ListingId listing, LocalDate from, LocalDate to);

    List<String> all(LocalDate from);

    static Articles of(ArticleIndex index) {
      return new Articles() {
        @Override
        public List<String> mentioning(ListingId listing, LocalDate from) {
          return index.articlesMentioning(listing, from);
        }

        @Override
        public List<Mention> mentioning(ListingId listing, LocalDate from, LocalDate to) {
          List<Mention> mentions = new ArrayList<>();
          @Nullable String cursor = null;
          do {
            var page = index.latest(listing, from, to, 100, cursor);
            for (ArticleRecord.Summary article : page.items()) {
              Mention.of(article).ifPresent(mentions::add);
            }
            cursor = page.next();
          } while (cursor != null);
          return mentions;
        }

        @Override
        public List<String> all(LocalDate from) {
          List<String> ids = new ArrayList<>();
          @Nullable String cursor = null;
          do {
            var page = index.latest(null, from, null, 100, cursor);
            page.items().forEach(article -> ids.add(article.id()));
            cursor = page.next();
          } while (cursor != null);
          return ids;
        }
      };
    }
  }

  /** A stored article and when it was published. */
  record Mention(String id, Instant published) {
    /** Empty where only the day is known. */
    static Optional<Mention> of(ArticleRecord.Summary article) {
      String published = article.published();
      return published == null || published.indexOf('T') < 0
          ? Optional.empty()
          : Optional.of(new Mention(article.id(), OffsetDateTime.parse(published).toInstant()));
    }
  }

  Rechecks(
      Articles articles,
      Consumer<List<byte[]>> queue,
      PriceTable prices,
      Securities master,
      FinalReactions reactions) {
    this.articles = articles;
    this.queue = queue;
    this.prices = prices;
    this.master = master;
    this.reactions = reactions;
  }

  /**
   * Queues first and settles then: a crash in between queues again, which does no harm.
   *
   * @return how many articles were queued
   */
  int queue(List<ChangedPrices> changes) {
    return queue(changes, articles -> {});
  }

  /**
   * @param first told the ids of the articles before any is queued
   */
  int queue(List<ChangedPrices> changes, Consumer<Collection<String>> first) {
    Map<String, String> reasons = new LinkedHashMap<>();
    @Nullable LocalDate everyoneFrom = null;
    Map<ListingId, LocalDate> starts = new TreeMap<>();
    for (ChangedPrices change : changes) {
      LocalDate from = change.from().minusDays(ZONES);
      if (change.listing().isIndex() || change.listing().isCurrencyPair()) {
        everyoneFrom = everyoneFrom == null || from.isBefore(everyoneFrom) ? from : everyoneFrom;
      } else {
        for (ListingId id : family(change.listing())) {
          LocalDate start = starts.getOrDefault(id, from);
          starts.put(id, start.isBefore(from) ? start : from);
        }
      }
    }
    if (everyoneFrom != null) {
      for (String id : articles.all(everyoneFrom)) {
        reasons.putIfAbsent(id, "prices of an index or a currency");
      }
    }
    for (Map.Entry<ListingId, LocalDate> start : starts.entrySet()) {
      for (String id : articles.mentioning(start.getKey(), start.getValue())) {
        reasons.putIfAbsent(id, "prices of " + start.getKey());
      }
    }
    for (ChangedPrices change : changes) {
      if (change.listing().isIndex() || change.listing().isCurrencyPair()) {
        continue;
      }
      for (ListingId listing : family(change.listing())) {
        for (String id : reactions.of(change, listing, articles)) {
          reasons.putIfAbsent(id, "reaction of " + change.listing());
        }
      }
    }
    first.accept(reasons.keySet());
    List<byte[]> messages = new ArrayList<>(reasons.size());
    for (Map.Entry<String, String> reason : reasons.entrySet()) {
      messages.add(new ArticleMessage.Recheck(reason.getKey(), reason.getValue()).toJson());
    }
    queue.accept(messages);
    for (ChangedPrices change : changes) {
      prices.settle(change);
    }
    return reasons.size();
  }

  private List<ListingId> family(ListingId listing) {
    List<ListingId> all = new ArrayList<>();
    all.add(listing);
    for (Listing sister : master.sisters(listing)) {
      all.add(sister.id());
    }
    return all;
  }
}
