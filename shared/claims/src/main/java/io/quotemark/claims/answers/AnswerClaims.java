package io.quotemark.claims.answers;

import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.claim.Wording.Naming;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns structured statements into claims. */
final class AnswerClaims {
  /** The name of what found them, as rules have names. */
  private static final String RULE = "labelled";

  private static final int WORDS = 6;

  private final AnswerText of;
  private final ListingChooser chooser;
  private final Set<Listing> page;

  AnswerClaims(AnswerText of, ListingChooser chooser, EntityFinder entities, List<String> tickers) {
    this.of = of;
    this.chooser = chooser;
    this.page = entities.ofPage(tickers, null);
  }

  /**
   * @param number of the statement, which is a group of its own where it is of no one session
   */
  Claim of(Draft draft, int number) {
    Topic topic = Objects.requireNonNull(draft.topic);
    Figure figure = draft.figure;
    Span at = of.tokens().offsets().span(Span.Part.TEXT, figure.start(), figure.end());
    ClaimBuilder claim =
        Claim.of(kind(draft.said, topic), at)
            .subject(topic.printed())
            .value(value(draft), figure.step())
            .hedge(figure.hedge())
            .rule(RULE)
            .session(session(draft))
            .group(group(draft, number))
            .pair(topic.pair())
            .wording(wording(draft, topic));
    switch (draft.said) {
      case Said.Level(
              io.quotemark.domain.price.PriceField field,
              boolean previous,
              io.quotemark.domain.claim.Window over) ->
          claim.field(field).over(over);
      case Said.Move move -> claim.field(field(move, draft)).direction(direction(draft));
      case Said.Return(var over) -> claim.window(over).direction(direction(draft));
      case Said.Cap cap -> {
        // a sum of the day
      }
    }
    String currency = topic.isIndex() || topic.isPair() ? null : currency(draft);
    claim.currency(currency, currency == null ? null : figure.unit());
    return claim.listing(listing(topic, draft.words, currency, figure.unit())).build();
  }

  /** The move of an earlier day is that to its close. */
  private @Nullable PriceField field(Said.Move move, Draft draft) {
    boolean over =
        draft.session instanceof SessionWords.OnDate on
            && draft.dated
            && of.day() != null
            && on.date().isBefore(of.day());
    return move.field() == null && over ? PriceField.CLOSE : move.field();
  }

  private static ClaimKind kind(Said said, Topic topic) {
    return switch (said) {
      case Said.Level level ->
          topic.isPair()
              ? ClaimKind.FX_RATE
              : topic.isIndex() ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL;
      case Said.Move move ->
          move.percent()
              ? topic.isIndex() ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT
              : topic.isIndex() ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
      case Said.Return over -> ClaimKind.PERIOD_RETURN;
      case Said.Cap cap -> ClaimKind.MARKET_CAP;
    };
  }

  private static boolean isSigned(Said said) {
    return said instanceof Said.Move || said instanceof Said.Return;
  }

  private static BigDecimal value(Draft draft) {
    return draft.figure.sign() < 0 && isSigned(draft.said)
        ? draft.figure.value().negate()
        : draft.figure.value();
  }

  private static @Nullable Direction direction(Draft draft) {
    if (draft.figure.value().signum() == 0) {
      return Direction.FLAT;
    }
    return draft.figure.sign() < 0 ? Direction.DOWN : Direction.UP;
  }

  private static SessionWords session(Draft draft) {
    SessionWords said = draft.session == null ? SessionWords.Unstated.UNSTATED : draft.session;
    return switch (draft.said) {
      case Said.Level level ->
          level.over() != null
              ? SessionWords.Unstated.UNSTATED
              : level.previous() ? before(said) : said;
      case Said.Return over -> said;
      case Said.Move move -> said;
      case Said.Cap cap -> said;
    };
  }

  private static SessionWords before(SessionWords said) {
    return new SessionWords.PreviousClose(
        said instanceof SessionWords.OnDate on ? on.date() : null);
  }

  private static String group(Draft draft, int number) {
    boolean together =
        switch (draft.said) {
          case Said.Level level -> level.over() == null && !level.previous();
          case Said.Move move -> true;
          case Said.Return over -> false;
          case Said.Cap cap -> true;
        };
    return together ? "#" + draft.line + subject(draft) : "#" + draft.line + "." + number;
  }

  private static String subject(Draft draft) {
    Topic topic = Objects.requireNonNull(draft.topic);
    return topic.issuer() == null ? "" : "-" + topic.issuer().primary().id().ticker();
  }

  private static @Nullable String currency(Draft draft) {
    return draft.figure.isPercent() ? null : draft.figure.currency();
  }

  private Wording wording(Draft draft, Topic topic) {
    boolean plain = topic.ticker() || topic.listing() != null;
    boolean dated = draft.session != null && draft.dated;
    return new Wording(
        draft.line,
        plain ? Naming.TICKER : Naming.NAMED,
        0,
        1,
        1,
        1,
        dated ? 1 : 0,
        draft.said instanceof Said.Return ? 1 : 0,
        WORDS,
        false,
        false);
  }

  private @Nullable ListingChoice listing(
      Topic topic, String words, @Nullable String currency, @Nullable String unit) {
    Issuer issuer = topic.issuer();
    if (issuer == null || isTurned(topic)) {
      return null;
    }
    String home = of.home().isEmpty() ? null : of.home().getFirst();
    return chooser.choose(
        issuer,
        new ListingChooser.Evidence(
            topic.listing(),
            words.isEmpty() ? topic.printed() : topic.printed() + " " + words,
            currency,
            unit,
            home,
            of.language().words(WordGroup.HOME_CURRENCY),
            page,
            topic.score()));
  }

  /** Whether the master knows only the reverse of the pair, whose rate is another. */
  private static boolean isTurned(Topic topic) {
    ListingId pair = topic.pair();
    Issuer issuer = topic.issuer();
    return pair != null && issuer != null && !issuer.primary().id().equals(pair);
  }
}
