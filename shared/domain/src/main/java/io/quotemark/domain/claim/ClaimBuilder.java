package io.quotemark.domain.claim;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a rule found; fields left alone are absent. */
public final class ClaimBuilder {
  private String id = "";
  private String group = "";
  private ClaimKind kind;
  private Span at;
  private String subject = "";
  private @Nullable ListingChoice listing;
  private Figure figure = Figure.NONE;
  private Figure second = Figure.NONE;
  private @Nullable ListingId pair;
  private @Nullable ListingId benchmark;
  private @Nullable ListingId tagged;
  private @Nullable PriceField field;
  private SessionWords session = SessionWords.Unstated.UNSTATED;
  private @Nullable ClockTime clock;
  private @Nullable Direction direction;
  private Comparison compared = Comparison.NONE;
  private @Nullable Hedge hedge;
  private Modality modality = Modality.ASSERTED;
  private boolean limit;
  private @Nullable BigDecimal stated;
  private String rule = "";
  private Wording wording = Wording.UNKNOWN;
  private List<SubjectReading> readings = List.of();

  ClaimBuilder(ClaimKind kind, Span at) {
    this.kind = kind;
    this.at = at;
  }

  ClaimBuilder(Claim c) {
    this.id = c.id();
    this.group = c.group();
    this.kind = c.kind();
    this.at = c.at();
    this.subject = c.subject();
    this.listing = c.listing();
    this.figure = c.figure();
    this.second = c.second();
    this.pair = c.pair();
    this.benchmark = c.benchmark();
    this.tagged = c.tagged();
    this.field = c.field();
    this.session = c.session();
    this.clock = c.clock();
    this.direction = c.direction();
    this.compared = c.compared();
    this.hedge = c.hedge();
    this.modality = c.modality();
    this.limit = c.limit();
    this.stated = c.stated();
    this.rule = c.rule();
    this.wording = c.wording();
    this.readings = c.readings();
  }

  public ClaimBuilder id(String id) {
    this.id = id;
    return this;
  }

  public ClaimBuilder group(String group) {
    this.group = group;
    return this;
  }

  public ClaimBuilder kind(ClaimKind kind) {
    this.kind = kind;
    return this;
  }

  public ClaimBuilder at(Span at) {
    this.at = at;
    return this;
  }

  public ClaimBuilder subject(String subject) {
    this.subject = subject;
    return this;
  }

  public ClaimBuilder listing(@Nullable ListingChoice listing) {
    this.listing = listing;
    return this;
  }

  public ClaimBuilder value(BigDecimal value, BigDecimal step) {
    this.figure = new Figure(value, step, figure.currency(), figure.unit());
    return this;
  }

  public ClaimBuilder currency(@Nullable String currency, @Nullable String unit) {
    this.figure = new Figure(figure.value(), figure.step(), currency, unit);
    return this;
  }

  public ClaimBuilder second(BigDecimal value, BigDecimal step, @Nullable String currency) {
    this.second = new Figure(value, step, currency, null);
    return this;
  }

  public ClaimBuilder pair(@Nullable ListingId pair) {
    this.pair = pair;
    return this;
  }

  public ClaimBuilder benchmark(@Nullable ListingId benchmark) {
    this.benchmark = benchmark;
    return this;
  }

  public ClaimBuilder tagged(@Nullable ListingId tagged) {
    this.tagged = tagged;
    return this;
  }

  public ClaimBuilder field(@Nullable PriceField field) {
    this.field = field;
    return this;
  }

  public ClaimBuilder session(SessionWords session) {
    this.session = session;
    return this;
  }

  public ClaimBuilder clock(@Nullable ClockTime clock) {
    this.clock = clock;
    return this;
  }

  public ClaimBuilder direction(@Nullable Direction direction) {
    this.direction = direction;
    return this;
  }

  public ClaimBuilder since(@Nullable PartialDate since) {
    this.compared =
        new Comparison(
            since, compared.window(), compared.over(), compared.rank(), compared.ended());
    return this;
  }

  public ClaimBuilder window(@Nullable Window window) {
    this.compared =
        new Comparison(
            compared.since(), window, compared.over(), compared.rank(), compared.ended());
    return this;
  }

  public ClaimBuilder over(@Nullable Window over) {
    this.compared =
        new Comparison(
            compared.since(), compared.window(), over, compared.rank(), compared.ended());
    return this;
  }

  public ClaimBuilder rank(@Nullable Integer rank) {
    this.compared =
        new Comparison(
            compared.since(), compared.window(), compared.over(), rank, compared.ended());
    return this;
  }

  public ClaimBuilder hedge(@Nullable Hedge hedge) {
    this.hedge = hedge;
    return this;
  }

  public ClaimBuilder modality(Modality modality) {
    this.modality = modality;
    return this;
  }

  public ClaimBuilder ended(boolean ended) {
    this.compared =
        new Comparison(
            compared.since(), compared.window(), compared.over(), compared.rank(), ended);
    return this;
  }

  public ClaimBuilder limit(boolean limit) {
    this.limit = limit;
    return this;
  }

  public ClaimBuilder stated(@Nullable BigDecimal stated) {
    this.stated = stated;
    return this;
  }

  public ClaimBuilder rule(String rule) {
    this.rule = rule;
    return this;
  }

  public ClaimBuilder wording(Wording wording) {
    this.wording = wording;
    return this;
  }

  public ClaimBuilder readings(List<SubjectReading> readings) {
    this.readings = readings;
    return this;
  }

  public Claim build() {
    return new Claim(
        id, group, kind, at, subject, listing, figure, second, pair, benchmark, tagged, field,
        session, clock, direction, compared, hedge, modality, limit, stated, rule, wording,
        readings);
  }
}
