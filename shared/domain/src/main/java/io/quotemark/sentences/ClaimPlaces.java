package io.quotemark.sentences;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Fact;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the places of a claim's sentences: the facts of the reason, and what every claim
 * has: {@code company}, {@code quote}, {@code printed}, {@code claimed}, {@code said}, {@code day},
 * {@code stretch}, {@code rank} and {@code instrument}.
 */
final class ClaimPlaces implements Template.Places {
  private static final String SIZE = ".size";
  private static final String CODE = ".code";

  private final Wordbook book;
  private final Claim claim;
  private final Verdict verdict;
  private final Map<String, Fact> facts;
  private final Figures figures;
  private final Times times;

  ClaimPlaces(Wordbook book, CheckedClaim checked, Map<String, Fact> facts) {
    this.book = book;
    this.claim = checked.claim();
    this.verdict = checked.verdict();
    this.facts = facts;
    Verdict.Evidence evidence = verdict.evidence();
    this.figures = new Figures(book, claim, evidence == null ? null : evidence.currency());
    this.times = new Times(book);
  }

  @Override
  public @Nullable String written(String place) {
    if (place.endsWith(CODE)) {
      return code(place.substring(0, place.length() - CODE.length()));
    }
    boolean size = place.endsWith(SIZE);
    Fact fact = facts.get(size ? place.substring(0, place.length() - SIZE.length()) : place);
    if (fact != null) {
      return size ? size(fact) : written(fact);
    }
    return ofClaim(place);
  }

  @Override
  public @Nullable String code(String place) {
    Fact fact = facts.get(place);
    if (fact != null) {
      return fact.text();
    }
    return switch (place) {
      case "said" -> said();
      case "instrument" -> instrument();
      case "rank" ->
          claim.compared().rank() == null ? "1" : String.valueOf(claim.compared().rank());
      case "kind" -> claim.kind().name();
      default -> null;
    };
  }

  private String written(Fact fact) {
    return switch (fact.kind()) {
      case PRICE -> price(fact);
      case MOVE -> directed(fact.amount(), figures.size(fact.amount()));
      case PERCENT -> directed(fact.amount(), figures.percent(fact.amount()));
      case NUMBER -> figures.number(fact.amount());
      case DAY -> times.day(PartialDate.parse(fact.text()));
      case MINUTES -> times.length(fact.amount().longValueExact());
      case LISTING -> listing(ListingId.parse(fact.text()));
      case TIME, NAME -> fact.text();
      case CODE -> named(fact.text());
    };
  }

  private String size(Fact fact) {
    return fact.kind() == Fact.Kind.PERCENT
        ? figures.percent(fact.amount())
        : figures.size(fact.amount());
  }

  private String price(Fact fact) {
    int space = fact.text().indexOf(' ');
    return figures.price(fact.amount(), space < 0 ? null : fact.text().substring(space + 1));
  }

  private String directed(BigDecimal move, String size) {
    int sign = move.signum();
    return book.word(sign > 0 ? "change.up" : sign < 0 ? "change.down" : "change.flat")
        .replace("{n}", size);
  }

  private String named(String code) {
    String name = book.wordOrNull("name." + code);
    return name == null ? code : name;
  }

  private String listing(ListingId id) {
    return book.word("listing")
        .replace("{ticker}", id.ticker())
        .replace("{exchange}", named(id.mic()));
  }

  private @Nullable String ofClaim(String place) {
    return switch (place) {
      case "company" -> company();
      case "quote" -> claim.at().text().replaceAll("\\s+", " ");
      case "printed" -> figures.printed();
      case "claimed" -> claimed();
      case "day" -> day();
      case "stretch" -> times.stretch(claim.compared().since(), claim.compared().window());
      default -> null;
    };
  }

  private @Nullable String company() {
    if (claim.subject().isBlank()) {
      return claim.listing() == null ? null : claim.listing().id().ticker();
    }
    String name = claim.subject().replaceAll("\\s+", " ");
    return instrument().equals("index") ? indexed(name) : name;
  }

  /** {@code the FTSE 100}, whether or not the article has the word. */
  private String indexed(String name) {
    String form = book.word("name.index");
    String before = form.substring(0, form.indexOf('{'));
    boolean has = name.regionMatches(true, 0, before, 0, before.length());
    return form.replace("{name}", has ? name.substring(before.length()) : name);
  }

  /** {@code up 3.8 %}, {@code at 380p}; where no figure is printed, {@code up}. */
  private @Nullable String claimed() {
    String size = figures.printed();
    BigDecimal value = claim.value();
    if (size == null || value == null) {
      String way = said();
      return way == null ? null : book.word("way." + way);
    }
    return Figures.isMove(claim.kind())
        ? directed(value, size)
        : book.word("change.at").replace("{n}", size);
  }

  private @Nullable String day() {
    Verdict.Basis basis = verdict.basis();
    LocalDate session = basis == null ? null : basis.session();
    return session == null ? null : times.day(session);
  }

  /** Which way the words go. */
  private @Nullable String said() {
    BigDecimal value = claim.value();
    Direction direction = claim.direction();
    if (direction == null) {
      return value == null || value.signum() == 0 ? null : value.signum() > 0 ? "up" : "down";
    }
    return switch (direction) {
      case UP, HIGH, OUT, ABOVE -> "up";
      case DOWN, LOW, UNDER, BELOW -> "down";
      case FLAT -> "flat";
    };
  }

  private String instrument() {
    ListingId id = claim.listing() == null ? claim.pair() : claim.listing().id();
    boolean index =
        claim.kind().name().startsWith(ClaimKind.INDEX_LEVEL.name().substring(0, "INDEX".length()))
            || (id != null && id.isIndex());
    return index ? "index" : id != null && id.isCurrencyPair() ? "currency" : "share";
  }

  /** Lower case, as words are keyed. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
