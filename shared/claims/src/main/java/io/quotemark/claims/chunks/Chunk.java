package io.quotemark.claims.chunks;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Lexeme;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One step of a sentence: some words that mean one thing to the rules. */
public sealed interface Chunk {
  Category category();

  /** Its first token. */
  int from();

  /** The token behind its last. */
  int to();

  /** What was left out right before it. */
  Skipped skipped();

  /** Whether a word left out right before it bears the mark: "at times" is {@code peak}. */
  default boolean skippedHas(String mark) {
    return skipped().has(mark);
  }

  /** Whether it is a word of the trade that bears the mark. */
  default boolean has(String mark) {
    return false;
  }

  /** The value of the mark, null where it bears none. */
  default @Nullable String mark(String name) {
    return null;
  }

  /** Which way a word of the trade says that a price goes; else null. */
  default @Nullable Direction direction() {
    return null;
  }

  /** Which price of the session a word of the trade says; else null. */
  default @Nullable PriceField field() {
    return null;
  }

  /** The number a word of the trade counts; else null. */
  default @Nullable Integer number() {
    return null;
  }

  /** A figure with its unit. */
  record Amount(int from, FoundAmount amount, Skipped skipped) implements Chunk {
    @Override
    public Category category() {
      return switch (amount.type()) {
        case MONEY -> Category.MONEY;
        case PERCENT -> Category.PCT;
        case BASIS_POINTS -> Category.BPS;
        case PERCENTAGE_POINTS -> Category.PPS;
        case POINTS -> Category.PTS;
        case SHARES -> Category.COUNT;
      };
    }

    /** More than this is a sum of money, not the price of one share. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(2_000_000);

    private static final BigDecimal LARGE_STEP = BigDecimal.valueOf(9_999);

    @Override
    public int to() {
      return amount.endToken();
    }

    /** Whether it is too large a sum, or printed with a scale, to be a share price. */
    boolean isLargeSum() {
      return amount.value().compareTo(LARGE) > 0 || amount.step().compareTo(LARGE_STEP) > 0;
    }
  }

  /** A figure without a unit: an index level, a wire's fraction, a rate. */
  record Numeral(int from, int to, Skipped skipped) implements Chunk {
    @Override
    public Category category() {
      return Category.NUM;
    }
  }

  /** A company, an index or a currency, known or not. */
  record Name(Category category, int from, int to, Mention mention, Skipped skipped)
      implements Chunk {
    static Name of(Mention mention, int from, int to, Skipped skipped) {
      return new Name(category(mention), from, to, mention, skipped);
    }

    private static Category category(Mention mention) {
      if (mention.issuer() == null) {
        return Category.NAME;
      }
      if (mention.issuer().isIndex()) {
        return Category.INDEX;
      }
      return mention.issuer().isCurrencyPair() ? Category.CURRENCY : Category.ISSUER;
    }
  }

  /** A session, a date or a stretch of time. */
  record Time(int from, TimeExpression time, Skipped skipped) implements Chunk {
    @Override
    public Category category() {
      return time.span() ? Category.SPAN : Category.TIME;
    }

    @Override
    public int to() {
      return time.end();
    }
  }

  /** A word or phrase of the trade. */
  record Term(Lexeme lexeme, int from, int to, Skipped skipped) implements Chunk {
    @Override
    public Category category() {
      return lexeme.category();
    }

    @Override
    public boolean has(String mark) {
      return lexeme.has(mark);
    }

    @Override
    public @Nullable String mark(String name) {
      return lexeme.marks().get(name);
    }

    @Override
    public @Nullable Direction direction() {
      return lexeme.direction();
    }

    @Override
    public @Nullable PriceField field() {
      return lexeme.field();
    }

    @Override
    public @Nullable Integer number() {
      return lexeme.number();
    }
  }

  /** A comma, a bracket, a dash. */
  record Mark(Category category, int from, int to, Skipped skipped) implements Chunk {}

  /** A word of no trade. */
  record Word(int from, int to, Skipped skipped) implements Chunk {
    @Override
    public Category category() {
      return Category.WORD;
    }
  }
}
