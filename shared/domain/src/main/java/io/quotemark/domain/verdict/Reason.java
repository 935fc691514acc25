package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict is what it is: which sentence says so, and the facts in it. A file of sentences in
 * each language has the words.
 *
 * @param key of the sentence, such as {@code level.outside}
 * @param facts by the name of their place in the sentence, in the order in which they were named
 */
public record Reason(String key, Map<String, Fact> facts) {
  private static final String SAID = "said";

  public Reason {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  public static Reason of(String key) {
    return new Reason(key, Map.of());
  }

  /** A finished sentence, as verdicts had them before sentences were data. */
  public static Reason said(String sentence) {
    return of(SAID).with(SAID, Fact.name(sentence));
  }

  /** Whether it is a finished sentence, in whatever language it was written. */
  public boolean isFinished() {
    return key.equals(SAID);
  }

  /** The same facts in another sentence. */
  public Reason as(String other) {
    return new Reason(other, facts);
  }

  public Reason with(String place, Fact fact) {
    Map<String, Fact> more = new LinkedHashMap<>(facts);
    more.put(place, fact);
    return new Reason(key, more);
  }

  /** In the currency of the prices that decide. */
  public Reason price(String place, BigDecimal amount) {
    return with(place, Fact.price(amount));
  }

  /**
   * @param currency ISO 4217, null for that of the prices
   */
  public Reason price(String place, BigDecimal amount, @Nullable String currency) {
    return with(place, Fact.price(amount, currency));
  }

  public Reason percent(String place, BigDecimal percent) {
    return with(place, Fact.percent(percent));
  }

  public Reason number(String place, BigDecimal number) {
    return with(place, Fact.number(number));
  }

  public Reason count(String place, long count) {
    return with(place, new Fact(Fact.Kind.NUMBER, Long.toString(count)));
  }

  public Reason day(String place, LocalDate day) {
    return with(place, Fact.day(day));
  }

  /**
   * @param clock {@code 08:12 EST}
   */
  public Reason time(String place, String clock) {
    return with(place, new Fact(Fact.Kind.TIME, clock));
  }

  public Reason minutes(String place, Duration stretch) {
    return with(place, new Fact(Fact.Kind.MINUTES, Long.toString(stretch.toMinutes())));
  }

  public Reason name(String place, String name) {
    return with(place, Fact.name(name));
  }

  public Reason listing(String place, ListingId listing) {
    return with(place, new Fact(Fact.Kind.LISTING, listing.toString()));
  }

  public Reason code(String place, String code) {
    return with(place, Fact.code(code));
  }

  // by hand: a record's own would make the JDK spin classes in a first answer
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reason reason && key.equals(reason.key) && facts.equals(reason.facts);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + facts.hashCode();
  }

  @Override
  public String toString() {
    return key + facts;
  }
}
