package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Currencies.Trait;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an ambiguous sign means: the publisher's market, what the text names, its tags and
 * places, the usual reading of its language; else the candidates stay.
 */
final class CurrencyResolver {
  private static final LocalDate EURO_COINS = LocalDate.of(2002, 1, 1);
  private static final Set<String> BEFORE_EURO = Set.of("FRF", "BEF", "LUF", "ITL", "IEP");
  private final Tokens tokens;
  private final AmountContext context;
  private final Language language;
  private final Evidence evidence;

  CurrencyResolver(Tokens tokens, AmountContext context, Evidence evidence) {
    this.tokens = tokens;
    this.context = context;
    this.language = Language.of(context.language());
    this.evidence = evidence;
  }

  /** An amount's currency, or the candidates where nothing decides. */
  record Resolution(@Nullable String currency, List<String> candidates) {
    static Resolution of(String currency) {
      return new Resolution(currency, List.of());
    }
  }

  /** Resolves all amounts of the text; those that are no money have no currency. */
  List<Resolution> resolve(List<Raw> amounts) {
    List<Resolution> resolved = new ArrayList<>();
    for (Raw raw : amounts) {
      resolved.add(raw.unit().isMinor() ? pending() : resolve(raw, Set.of()));
    }
    for (int i = 0; i < amounts.size(); i++) {
      if (amounts.get(i).unit().isMinor()) {
        resolved.set(i, minor(amounts, resolved, i));
      }
    }
    for (int i = 1; i < amounts.size(); i++) {
      if (Pairs.joined(tokens, amounts.get(i - 1), amounts.get(i))) {
        part(amounts, resolved, i);
      }
    }
    return resolved;
  }

  private static Resolution pending() {
    return new Resolution(null, List.of());
  }

  private Resolution resolve(Raw raw, Set<String> excluded) {
    Denomination currency = raw.unit().currency();
    if (!(currency instanceof Denomination.Shared shared)) {
      return currency == null || currency.code() == null
          ? pending()
          : Resolution.of(currency.code());
    }
    Currencies known = Currencies.of(shared, context.language());
    List<String> candidates = new ArrayList<>();
    for (String candidate : known.candidates()) {
      if (!excluded.contains(candidate) && circulates(candidate)) {
        candidates.add(candidate);
      }
    }
    String decided = known.is(Trait.AMERICAN) ? dollar(raw, candidates) : decide(known, candidates);
    if (decided == null && known.usual() != null && candidates.contains(known.usual())) {
      decided = known.usual();
    }
    if (decided == null && candidates.size() == 1) {
      decided = candidates.getFirst();
    }
    return decided == null ? new Resolution(null, candidates) : Resolution.of(decided);
  }

  /** Whether the currency existed when the text was published. */
  private boolean circulates(String currency) {
    LocalDate published = context.published();
    return published == null || published.isBefore(EURO_COINS) || !BEFORE_EURO.contains(currency);
  }

  private @Nullable String decide(Currencies known, List<String> candidates) {
    String home = context.home();
    if (home != null && candidates.contains(home)) {
      return home;
    }
    boolean writtenApart = known.is(Trait.APART) && language.sharesYuan();
    String named = writtenApart ? null : evidence.onlyNamed(candidates);
    if (named != null) {
      return named;
    }
    if (known.is(Trait.WEIGHT) || (writtenApart && !isTraditional())) {
      return null;
    }
    String likeliest = evidence.likeliest(candidates);
    return likeliest != null ? likeliest : listed(candidates);
  }

  private @Nullable String listed(List<String> candidates) {
    return context.listed().stream().filter(candidates::contains).findFirst().orElse(null);
  }

  private boolean isTraditional() {
    String tag = context.language();
    return tag != null && tag.contains("Hant");
  }

  /** A bare dollar is American unless the text's own market is another and is not written out. */
  private @Nullable String dollar(Raw raw, List<String> candidates) {
    if (isPricePerUnit(raw) && candidates.contains("USD")) {
      return "USD";
    }
    String home = context.home();
    if (home != null && candidates.contains(home)) {
      return isWrittenOut(home) && raw.prefixed() ? null : home;
    }
    if (evidence.dollarBeforeCountry() && candidates.contains("AUD")) {
      return "AUD";
    }
    List<String> tagged = new ArrayList<>();
    for (String candidate : candidates) {
      if (evidence.tags(candidate) > 0) {
        tagged.add(candidate);
      }
    }
    if (!tagged.isEmpty()) {
      String only = tagged.getFirst();
      boolean other = tagged.size() > 1 || only.equals("USD") || evidence.named(only) > 0;
      return other ? null : only;
    }
    String likeliest = evidence.likeliest(candidates);
    return likeliest != null && isLocal(likeliest) ? likeliest : null;
  }

  /** Whether the text writes out the dollars of its own market, so that bare ones are others. */
  private boolean isWrittenOut(String home) {
    return evidence.named(home) > 0 && !home.equals("USD");
  }

  /** Whether bare dollars are of the market that the text speaks of. */
  private boolean isLocal(String likeliest) {
    boolean american = evidence.named("USD") == 0;
    return evidence.named(likeliest) == 0
        && (!american || (evidence.places(likeliest) >= 2 && likeliest.equals("AUD")));
  }

  /** "$2,042 an ounce", "$79 a barrel": commodities are quoted in U.S. dollars everywhere. */
  private boolean isPricePerUnit(Raw raw) {
    int at = raw.end() + 1;
    return at < tokens.size()
        && language.words(WordGroup.PER_UNIT).contains(tokens.get(raw.end()).lower())
        && language.words(WordGroup.COMMODITY_UNIT).contains(tokens.get(at).lower());
  }

  /** Cents are of the nearest sum in the sentence, else of the home, else of the nearest sum. */
  private Resolution minor(List<Raw> amounts, List<Resolution> resolved, int index) {
    Raw raw = amounts.get(index);
    if (!(raw.unit().currency() instanceof Denomination.Shared shared)) {
      return resolve(raw, Set.of());
    }
    List<String> candidates = Currencies.of(shared, context.language()).candidates();
    String near = nearest(amounts, resolved, index, candidates, true);
    if (near != null) {
      return Resolution.of(near);
    }
    String home = context.home();
    if (home != null && candidates.contains(home)) {
      return Resolution.of(home);
    }
    String far = nearest(amounts, resolved, index, candidates, false);
    return far != null ? Resolution.of(far) : resolve(raw, Set.of());
  }

  private @Nullable String nearest(
      List<Raw> amounts,
      List<Resolution> resolved,
      int index,
      List<String> candidates,
      boolean inSentence) {
    Raw raw = amounts.get(index);
    String nearest = null;
    int distance = Integer.MAX_VALUE;
    for (int i = Math.max(0, index - 8); i < Math.min(amounts.size(), index + 9); i++) {
      String currency = resolved.get(i).currency();
      int apart = Math.abs(amounts.get(i).first() - raw.first());
      boolean usable =
          i != index
              && currency != null
              && !isPricePerUnit(amounts.get(i))
              && candidates.contains(currency)
              && (!inSentence
                  || tokens.sentenceOf(amounts.get(i).first()) == tokens.sentenceOf(raw.first()));
      if (usable && apart < distance) {
        nearest = currency;
        distance = apart;
      }
    }
    return nearest;
  }

  /**
   * The two sides of a pair are two currencies: where both read alike, the bare sign is another.
   */
  private void part(List<Raw> amounts, List<Resolution> resolved, int second) {
    String one = resolved.get(second - 1).currency();
    String other = resolved.get(second).currency();
    if (one == null || !one.equals(other)) {
      return;
    }
    boolean secondBare = isShared(amounts.get(second));
    if (secondBare == isShared(amounts.get(second - 1))) {
      return;
    }
    int bare = secondBare ? second : second - 1;
    Raw raw = amounts.get(bare);
    Resolution local = resolve(raw, Set.of(one));
    boolean pegged =
        one.equals("USD") && local.currency() == null && Pairs.isHongKongPeg(amounts, second);
    resolved.set(bare, pegged ? Resolution.of("HKD") : local);
  }

  private static boolean isShared(Raw raw) {
    return raw.unit().currency() instanceof Denomination.Shared;
  }
}
