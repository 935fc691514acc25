package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.domain.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about.
 *
 * @param head the item that decided it, or −1 where it was carried over from an earlier sentence
 * @param name the company, index or currency as printed; null where nobody is named
 * @param iso the currency a currency's own word stands for, else null
 */
record Subject(Kind kind, int head, @Nullable Mentioned name, @Nullable String iso) {
  enum Kind {
    /** Shares, said so. */
    STOCK,
    INDEX,
    CURRENCY,
    /** A company's name alone, whose shares may be meant. */
    COMPANY,
    COMMODITY,
    YIELD,
    WORTH,
    /** Revenue, profit, users …: nothing that trades. */
    OTHER
  }

  static final Subject NOBODY = new Subject(Kind.OTHER, -1, null, null);

  boolean isNobody() {
    return kind == Kind.OTHER && head < 0;
  }

  boolean trades() {
    return switch (kind) {
      case STOCK, INDEX, CURRENCY, COMPANY -> true;
      case COMMODITY, YIELD, WORTH, OTHER -> false;
    };
  }

  @Nullable Issuer issuer() {
    return name == null ? null : name.issuer();
  }

  String printed() {
    return name == null ? "" : name.printed();
  }
}
