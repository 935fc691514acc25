package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.Attachments;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.figures.PrintedNumber;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

/** Prices, index levels and exchange rates, and the marks they cross. */
final class LevelStatements {
  private final Sentence sentence;
  private final Attachments attachments;
  private final Drafting drafting;

  LevelStatements(Sentence sentence, Attachments attachments, Drafting drafting) {
    this.sentence = sentence;
    this.attachments = attachments;
    this.drafting = drafting;
  }

  @Nullable Draft level(Figure.Level level, Subject about) {
    Match match = level.match();
    ClaimKind kind = kind(level, about);
    SessionWords session = attachments.sessionOrNone(level, about);
    if (kind == null || session == null || isOtherUse(level, about)) {
      return null;
    }
    FoundAmount amount = level.amount();
    ClaimBuilder claim =
        drafting
            .figure(kind, sentence, match)
            .value(level.number().value(), level.number().step())
            .hedge(amount == null ? null : amount.hedge())
            .field(field(match, about))
            .over(level.over())
            .session(session);
    Subject subject = about;
    if (kind == ClaimKind.FX_RATE) {
      ListingId pair = attachments.pair(about, amount == null ? null : amount.currency());
      claim
          .pair(pair)
          .currency(amount == null ? attachments.stated(about, pair) : amount.currency(), null);
      subject = attachments.quoted(about, pair);
    }
    if (kind == ClaimKind.PRICE_LEVEL) {
      claim.currency(level.currency(), amount == null ? null : amount.unit());
    }
    return drafting.draft(claim, kind, subject, sentence, match);
  }

  private @Nullable ClaimKind kind(Figure.Level level, Subject subject) {
    Category category = sentence.category(level.match().value());
    boolean money = category == Category.MONEY;
    boolean points = category == Category.PTS;
    return switch (subject.kind()) {
      case STOCK -> points ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL;
      case COMPANY ->
          money || level.wired() || level.match().rule().is(Rule.Flag.BARE)
              ? ClaimKind.PRICE_LEVEL
              : null;
      // the Nikkei is printed in yen
      case INDEX -> money && !sentence.language().indicesInMoney() ? null : ClaimKind.INDEX_LEVEL;
      case CURRENCY -> points ? null : ClaimKind.FX_RATE;
      case COMMODITY -> money ? ClaimKind.COMMODITY : null;
      case YIELD, WORTH, OTHER -> null;
    };
  }

  /** "a 2-1/2 month high" of a currency, "to 5.6 items". */
  private boolean isOtherUse(Figure.Level level, Subject subject) {
    if (PrintedNumber.readsTwoWays(sentence, level.match().value())) {
      return true;
    }
    boolean bare = sentence.category(level.match().value()) == Category.NUM;
    return subject.kind() == Subject.Kind.CURRENCY ? level.fraction() : bare && level.counted();
  }

  private PriceField field(Match match, Subject subject) {
    PriceField hours = attachments.hours(match, subject);
    boolean closed = isClose(sentence.get(match.anchor()));
    boolean outside = hours == PriceField.PRE || hours == PriceField.POST;
    if (hours != null && (hours == PriceField.OPEN || (outside && !closed))) {
      return hours;
    }
    // the session itself: its words say which price
    PriceField said = null;
    int last = Math.min(sentence.size() - 1, Math.max(match.value() + 1, match.anchor()));
    for (int i = Math.max(0, match.start() - 1); i <= last; i++) {
      said = said(sentence.get(i), said);
    }
    if (said == null) {
      PriceField edge = attachments.edge(match);
      return edge == null ? PriceField.LAST : edge;
    }
    return said;
  }

  private static boolean isClose(Chunk anchor) {
    return (anchor.category() == Category.TRADE && anchor.has("field"))
        || (anchor.category() == Category.PRICE && anchor.field() == PriceField.CLOSE);
  }

  /**
   * @param before what the chunks before say
   */
  private static @Nullable PriceField said(Chunk chunk, @Nullable PriceField before) {
    boolean says =
        switch (chunk.category()) {
          case TRADE, REACH, PRICE, PEAK, TO, AT -> true;
          default -> false;
        };
    PriceField field = says && chunk.field() != null ? chunk.field() : before;
    if (field == null && chunk.category() == Category.PEAK) {
      return chunk.has("high") ? PriceField.HIGH : PriceField.LOW;
    }
    return field;
  }

  @Nullable Draft threshold(Figure.Threshold threshold, Subject subject) {
    if (!subject.trades() && !subject.isNobody()) {
      return null;
    }
    FoundAmount amount = threshold.amount();
    TimeExpression first = threshold.first();
    ClaimBuilder claim =
        drafting
            .figure(ClaimKind.THRESHOLD, sentence, threshold.match())
            .value(threshold.number().value(), threshold.number().step())
            .currency(
                amount == null ? null : amount.currency(), amount == null ? null : amount.unit())
            .direction(threshold.direction())
            .field(
                attachments.edge(threshold.match()) == PriceField.CLOSE ? PriceField.CLOSE : null)
            .since(first == null ? null : first.since())
            .window(first == null || first.since() != null ? null : first.window())
            .session(attachments.session(threshold, subject));
    return drafting.draft(claim, ClaimKind.THRESHOLD, subject, sentence, threshold.match());
  }
}
