package io.quotemark.market;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.context.Benchmarks;
import io.quotemark.market.context.Contexts;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reaction of share prices to an article that was checked before its twenty sessions were over:
 * worked out from the prices of now, for whoever shows the article. What is final is left as it is.
 */
public final class Afterwards {
  /** Sessions after the first one, until nothing of a reaction changes any more. */
  public static final int SESSIONS = 20;

  /** The close before the first session, with the longest holidays. */
  private static final int DAYS_BEFORE = 20;

  private final Contexts contexts;
  private final Securities securities;
  private final TradedDays traded;
  private final Benchmarks benchmarks = Benchmarks.load();

  public Afterwards(Calendars calendars, Securities securities) {
    this.contexts = new Contexts(calendars, securities);
    this.securities = securities;
    this.traded = new TradedDays(calendars);
  }

  /** What to load for {@link #with}; empty where nothing can have changed. */
  public Optional<TapeRequest> needs(CheckedArticle checked) {
    @Nullable Instant publication = publication(checked);
    if (publication == null) {
      return Optional.empty();
    }
    Set<ListingId> open = new HashSet<>();
    for (ListingContext context : checked.context()) {
      if (!isFinal(context)) {
        open.add(context.listing());
        open.addAll(benchmarks.of(context.listing(), securities));
      }
    }
    LocalDate day = LocalDate.ofInstant(publication, ZoneOffset.UTC);
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TapeRequest(open, day.minusDays(DAYS_BEFORE), day.plusDays(Needs.REACTION_DAYS)));
  }

  /**
   * @param stored as {@link #needs} asks; a listing without prices there keeps what it has
   */
  public CheckedArticle with(CheckedArticle checked, Tape stored) {
    Tape tape = traded.of(stored);
    @Nullable Instant publication = publication(checked);
    if (publication == null) {
      return checked;
    }
    List<ListingContext> out = new ArrayList<>();
    for (ListingContext context : checked.context()) {
      Optional<Reaction> known =
          isFinal(context)
              ? Optional.empty()
              : contexts.reaction(context.listing(), publication, tape);
      boolean sample = tape.series(context.listing()).map(PriceSeries::sample).orElse(false);
      out.add(known.map(reaction -> context.with(reaction, sample)).orElse(context));
    }
    return checked.withContext(out);
  }

  private static boolean isFinal(ListingContext context) {
    return context.reaction() != null && context.reaction().complete();
  }

  private static @Nullable Instant publication(CheckedArticle checked) {
    @Nullable PublicationTime time = checked.article().published();
    return time == null ? null : time.instant();
  }
}
