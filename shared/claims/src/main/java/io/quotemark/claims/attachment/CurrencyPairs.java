package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import org.jspecify.annotations.Nullable;

/** Which pair an exchange rate is of: "the euro" alone is not always the euro in dollars. */
public final class CurrencyPairs {
  private static final String DOLLAR = "USD";

  private final Sentence sentence;
  private final Discourse discourse;

  public CurrencyPairs(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
  }

  /**
   * The pair a currency's figure is of: against the currency of the figure, else against another
   * one its clause names; null where neither says, and the usual pair is meant.
   */
  public @Nullable ListingId of(Subject currency, @Nullable String figure) {
    Issuer usual = currency.issuer();
    String own = currency.iso() == null && usual != null ? own(usual) : currency.iso();
    String beside = figure == null ? beside(currency.head(), own) : figure;
    // the securities master knows the usual pair of a currency it has found; else it is in dollars
    String other = beside == null && usual == null ? DOLLAR : beside;
    return own == null || other == null || own.equals(other)
        ? null
        : ListingId.currencyPair(own, other);
  }

  /**
   * The currency that a rate without one is in, where the words name the pair the way round that
   * markets quote it: "欧元兑美元报1.08". Null else: "日元兑美元报149" is in yen.
   */
  public @Nullable String stated(Subject currency, @Nullable ListingId pair) {
    Issuer usual = currency.issuer();
    String own = currency.iso() == null && usual != null ? own(usual) : currency.iso();
    ListingId quoted = pair == null && usual != null ? usual.primary().id() : pair;
    return currency.head() >= 0
            && own != null
            && quoted != null
            && quoted.ticker().startsWith(own)
            && (namesBoth(currency.head()) || sentence.get(currency.head()).mark("against") != null)
        ? quoted.ticker().substring(own.length())
        : null;
  }

  /** "欧元周三兑美元". */
  private boolean namesBoth(int head) {
    for (int i = head + 1; i < sentence.size() && !sentence.category(i).isAmount(); i++) {
      boolean slash = i == head + 1 && sentence.tokens().is(sentence.get(i).from(), "/");
      if (slash || sentence.category(i) == Category.EQUALS) {
        return true;
      }
    }
    return false;
  }

  /** A currency with the listing of the pair its figure is of. */
  public Subject quoted(Subject currency, @Nullable ListingId pair) {
    if (pair == null) {
      return currency;
    }
    Mention name = currency.name();
    Mention quoted =
        new Mention(
            name == null ? 0 : name.from(),
            name == null ? 0 : name.to(),
            currency.printed(),
            discourse.pair(pair),
            Mention.Kind.NAME,
            null,
            0.95);
    return new Subject(Subject.Kind.CURRENCY, currency.head(), quoted, currency.iso());
  }

  /** Another currency named in the clause of the chunk: "against the yen, the dollar …". */
  private @Nullable String beside(int head, @Nullable String own) {
    String against = head < 0 ? null : sentence.get(head).mark("against");
    if (against != null) {
      return against; // "EUR/USD"
    }
    for (int i = head - 1; i >= 0 && !parts(sentence.category(i)); i--) {
      String iso = sentence.category(i) == Category.CURRENCY ? code(sentence.get(i)) : null;
      if (iso != null && !iso.equals(own)) {
        return iso;
      }
    }
    for (int i = head + 1; head >= 0 && i < sentence.size() && !parts(sentence.category(i)); i++) {
      String iso = sentence.category(i) == Category.CURRENCY ? code(sentence.get(i)) : null;
      if (iso != null && !iso.equals(own)) {
        return iso;
      }
    }
    return null;
  }

  private static boolean parts(Category category) {
    return category == Category.AND || category == Category.BUT || category == Category.SEMICOLON;
  }

  private static @Nullable String code(Chunk chunk) {
    Issuer issuer = chunk instanceof Chunk.Name name ? name.mention().issuer() : null;
    return issuer == null ? chunk.mark("iso") : own(issuer);
  }

  /** The currency a pair is named for: what is not the dollar in it, else its first. */
  private static String own(Issuer pair) {
    String category = pair.primary().id().ticker();
    return category.startsWith("USD") ? category.substring(3) : category.substring(0, 3);
  }
}
