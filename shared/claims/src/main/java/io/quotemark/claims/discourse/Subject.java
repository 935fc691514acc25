package io.quotemark.claims.discourse;

import io.quotemark.claims.entities.Mention;
import io.quotemark.domain.listing.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about.
 *
 * @param head the chunk that decided it, or −1 where it was carried over from an earlier sentence
 * @param name the company, index or currency as printed; null where nobody is named
 * @param iso the currency a currency's own word stands for, else null
 */
public record Subject(Kind kind, int head, @Nullable Mention name, @Nullable String iso) {
  public enum Kind {
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

  public static final Subject NOBODY = new Subject(Kind.OTHER, -1, null, null);

  public boolean isNobody() {
    return kind == Kind.OTHER && head < 0;
  }

  public boolean trades() {
    return switch (kind) {
      case STOCK, INDEX, CURRENCY, COMPANY -> true;
      case COMMODITY, YIELD, WORTH, OTHER -> false;
    };
  }

  public @Nullable Issuer issuer() {
    return name == null ? null : name.issuer();
  }

  public String printed() {
    return name == null ? "" : name.printed();
  }
}
