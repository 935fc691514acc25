package io.quotemark.runtime.rows;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The figure that the prices give where the article printed its own. */
public final class FoundValue {
  private FoundValue() {}

  /**
   * In the unit of the claim's value. For a level it is the price that decided; for whatever has to
   * be computed (a move, a rate) what the prices gave.
   *
   * @return null where no price decided, or none stands for the printed figure alone
   */
  public static @Nullable BigDecimal of(CheckedClaim claim) {
    Verdict.Evidence evidence = claim.verdict().evidence();
    if (evidence == null) {
      return null;
    }
    if (evidence.computed() != null) {
      return evidence.computed();
    }
    Verdict.Basis basis = claim.verdict().basis();
    ClaimKind kind = claim.claim().kind();
    boolean level = kind == ClaimKind.PRICE_LEVEL || kind == ClaimKind.INDEX_LEVEL;
    if (!level || basis == null || basis.field() == null || basis.session() == null) {
      return null;
    }
    for (Bar bar : evidence.bars()) {
      if (bar.session().equals(basis.session())) {
        return price(bar, basis.field());
      }
    }
    return null;
  }

  private static @Nullable BigDecimal price(Bar bar, PriceField field) {
    if (!bar.has(field)) {
      return null;
    }
    return switch (field) {
      case OPEN -> bar.open();
      case HIGH -> bar.high();
      case LOW -> bar.low();
      case CLOSE -> bar.close();
      default -> null;
    };
  }
}
