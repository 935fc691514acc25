package io.quotemark.domain.claim;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement about the market, resolved but not yet checked. Build with {@link #of(ClaimKind,
 * Span)}.
 *
 * @param id unique in its article, {@code c1}, {@code c2} … in reading order, what is not {@link
 *     ClaimKind#ofPrices} last
 * @param group claims of one statement (level, move and extreme) share it, {@code g1} …
 * @param at the words that carry the figure
 * @param subject the name as printed nearest
 * @param listing null where no listing could be chosen
 * @param value signed by meaning (fell is negative), in major units; percentages in per cent
 * @param step one unit of the last printed digit on the scale of {@code value}
 * @param currency ISO 4217
 * @param unit minor unit as printed ({@code GBX}), else null
 * @param value2 second leg of an {@link ClaimKind#FX_PAIR}, with {@code step2} and {@code
 *     currency2}
 * @param pair listing id of the currency pair of an FX_RATE or FX_PAIR
 * @param benchmark index or listing of a RELATIVE
 * @param tagged the listing as a {@link ClaimKind#LISTING_TAG} names it, whether or not there is
 *     one
 * @param field null where the words do not say
 * @param session words that point at the session
 * @param clock the time of day that the price is of, null where the words do not say
 * @param since date of "highest since …"
 * @param over the stretch a statement is of that is not of one session: a week in "worst week in
 *     two years" and in "hit a record low last week"; else null
 * @param rank 2 for "second-highest"
 * @param ended a streak that was snapped, or a peak that was pared
 * @param limit limit-up or limit-down without a figure
 * @param stated a rate or reference the article itself states for this claim (an FX_PAIR's rate, a
 *     move's previous close)
 * @param rule name of the rule that found it
 * @param wording how plainly it is said
 * @param readings other companies that it can be read of, the likeliest first; like the wording
 *     known where a claim is found, not stored with it
 */
public record Claim(
    String id,
    String group,
    ClaimKind kind,
    Span at,
    String subject,
    @Nullable ListingChoice listing,
    @Nullable BigDecimal value,
    @Nullable BigDecimal step,
    @Nullable String currency,
    @Nullable String unit,
    @Nullable BigDecimal value2,
    @Nullable BigDecimal step2,
    @Nullable String currency2,
    @Nullable ListingId pair,
    @Nullable ListingId benchmark,
    @Nullable ListingId tagged,
    @Nullable PriceField field,
    SessionWords session,
    @Nullable ClockTime clock,
    @Nullable Direction direction,
    @Nullable PartialDate since,
    @Nullable Window window,
    @Nullable Window over,
    @Nullable Integer rank,
    @Nullable Hedge hedge,
    Modality modality,
    boolean ended,
    boolean limit,
    @Nullable BigDecimal stated,
    String rule,
    Wording wording,
    List<SubjectReading> readings) {
  public Claim {
    readings = List.copyOf(readings);
  }

  /**
   * Claims of one article have ids of their own: enough, and much cheaper than all that is said.
   */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public static Builder of(ClaimKind kind, Span at) {
    return new Builder(kind, at);
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects what a rule found; fields left alone are absent. */
  public static final class Builder {
    private String id = "";
    private String group = "";
    private ClaimKind kind;
    private Span at;
    private String subject = "";
    private @Nullable ListingChoice listing;
    private @Nullable BigDecimal value;
    private @Nullable BigDecimal step;
    private @Nullable String currency;
    private @Nullable String unit;
    private @Nullable BigDecimal value2;
    private @Nullable BigDecimal step2;
    private @Nullable String currency2;
    private @Nullable ListingId pair;
    private @Nullable ListingId benchmark;
    private @Nullable ListingId tagged;
    private @Nullable PriceField field;
    private SessionWords session = SessionWords.Unstated.UNSTATED;
    private @Nullable ClockTime clock;
    private @Nullable Direction direction;
    private @Nullable PartialDate since;
    private @Nullable Window window;
    private @Nullable Window over;
    private @Nullable Integer rank;
    private @Nullable Hedge hedge;
    private Modality modality = Modality.ASSERTED;
    private boolean ended;
    private boolean limit;
    private @Nullable BigDecimal stated;
    private String rule = "";
    private Wording wording = Wording.UNKNOWN;
    private List<SubjectReading> readings = List.of();

    private Builder(ClaimKind kind, Span at) {
      this.kind = kind;
      this.at = at;
    }

    private Builder(Claim c) {
      this.id = c.id;
      this.group = c.group;
      this.kind = c.kind;
      this.at = c.at;
      this.subject = c.subject;
      this.listing = c.listing;
      this.value = c.value;
      this.step = c.step;
      this.currency = c.currency;
      this.unit = c.unit;
      this.value2 = c.value2;
      this.step2 = c.step2;
      this.currency2 = c.currency2;
      this.pair = c.pair;
      this.benchmark = c.benchmark;
      this.tagged = c.tagged;
      this.field = c.field;
      this.session = c.session;
      this.clock = c.clock;
      this.direction = c.direction;
      this.since = c.since;
      this.window = c.window;
      this.over = c.over;
      this.rank = c.rank;
      this.hedge = c.hedge;
      this.modality = c.modality;
      this.ended = c.ended;
      this.limit = c.limit;
      this.stated = c.stated;
      this.rule = c.rule;
      this.wording = c.wording;
      this.readings = c.readings;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder group(String group) {
      this.group = group;
      return this;
    }

    public Builder kind(ClaimKind kind) {
      this.kind = kind;
      return this;
    }

    public Builder at(Span at) {
      this.at = at;
      return this;
    }

    public Builder subject(String subject) {
      this.subject = subject;
      return this;
    }

    public Builder listing(@Nullable ListingChoice listing) {
      this.listing = listing;
      return this;
    }

    public Builder value(BigDecimal value, BigDecimal step) {
      this.value = value;
      this.step = step;
      return this;
    }

    public Builder currency(@Nullable String currency, @Nullable String unit) {
      this.currency = currency;
      this.unit = unit;
      return this;
    }

    public Builder second(BigDecimal value2, BigDecimal step2, @Nullable String currency2) {
      this.value2 = value2;
      this.step2 = step2;
      this.currency2 = currency2;
      return this;
    }

    public Builder pair(@Nullable ListingId pair) {
      this.pair = pair;
      return this;
    }

    public Builder benchmark(@Nullable ListingId benchmark) {
      this.benchmark = benchmark;
      return this;
    }

    public Builder tagged(@Nullable ListingId tagged) {
      this.tagged = tagged;
      return this;
    }

    public Builder field(@Nullable PriceField field) {
      this.field = field;
      return this;
    }

    public Builder session(SessionWords session) {
      this.session = session;
      return this;
    }

    public Builder clock(@Nullable ClockTime clock) {
      this.clock = clock;
      return this;
    }

    public Builder direction(@Nullable Direction direction) {
      this.direction = direction;
      return this;
    }

    public Builder since(@Nullable PartialDate since) {
      this.since = since;
      return this;
    }

    public Builder window(@Nullable Window window) {
      this.window = window;
      return this;
    }

    public Builder over(@Nullable Window over) {
      this.over = over;
      return this;
    }

    public Builder rank(@Nullable Integer rank) {
      this.rank = rank;
      return this;
    }

    public Builder hedge(@Nullable Hedge hedge) {
      this.hedge = hedge;
      return this;
    }

    public Builder modality(Modality modality) {
      this.modality = modality;
      return this;
    }

    public Builder ended(boolean ended) {
      this.ended = ended;
      return this;
    }

    public Builder limit(boolean limit) {
      this.limit = limit;
      return this;
    }

    public Builder stated(@Nullable BigDecimal stated) {
      this.stated = stated;
      return this;
    }

    public Builder rule(String rule) {
      this.rule = rule;
      return this;
    }

    public Builder wording(Wording wording) {
      this.wording = wording;
      return this;
    }

    public Builder readings(List<SubjectReading> readings) {
      this.readings = readings;
      return this;
    }

    public Claim build() {
      return new Claim(
          id, group, kind, at, subject, listing, value, step, currency, unit, value2, step2,
          currency2, pair, benchmark, tagged, field, session, clock, direction, since, window, over,
          rank, hedge, modality, ended, limit, stated, rule, wording, readings);
    }
  }
}
