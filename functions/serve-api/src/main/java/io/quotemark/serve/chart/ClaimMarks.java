package io.quotemark.serve.chart;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a claim looks like on the chart of its listing: what it says, and what decided it. */
public final class ClaimMarks {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ClaimMarks() {}

  public static List<Mark> published(@Nullable PublicationTime published) {
    return published == null ? List.of() : List.of(new Mark.Day(published.date(), "published"));
  }

  /** The claimed level first, then each deciding price. */
  public static List<Mark> of(CheckedClaim checked) {
    List<Mark> out = new ArrayList<>(claimed(checked));
    Set<LocalDate> seen = new LinkedHashSet<>();
    for (Verdict.Alternative basis : checked.verdict().alternatives()) {
      if (basis.date() != null && basis.value() != null && seen.add(basis.date())) {
        out.add(
            new Mark.Point(
                basis.date(), basis.value(), basis.date() + ": " + plain(basis.value())));
      }
    }
    List<Bar> bars = bars(checked.verdict());
    if (!bars.isEmpty() && seen.add(bars.getLast().session())) {
      Bar last = bars.getLast();
      out.add(new Mark.Point(last.session(), last.close(), "close " + plain(last.close())));
    }
    return out;
  }

  /** The price that the words amount to, where they amount to one. */
  public static List<Mark> claimed(CheckedClaim checked) {
    Claim claim = checked.claim();
    Verdict.Basis basis = checked.verdict().basis();
    BigDecimal value = claim.value();
    if (value == null || basis == null || basis.session() == null) {
      return List.of();
    }
    List<Bar> bars = bars(checked.verdict());
    boolean move = claim.kind() == ClaimKind.MOVE_PCT || claim.kind() == ClaimKind.INDEX_MOVE_PCT;
    if (claim.kind() == ClaimKind.PRICE_LEVEL || claim.kind() == ClaimKind.INDEX_LEVEL) {
      return List.of(new Mark.Level(basis.session(), value, "claimed " + plain(value)));
    }
    if (move && bars.size() >= 2 && bars.getLast().session().equals(basis.session())) {
      BigDecimal before = bars.get(bars.size() - 2).close();
      BigDecimal level = before.multiply(HUNDRED.add(value)).divide(HUNDRED, MathContext.DECIMAL64);
      String sign = value.signum() > 0 ? "+" : "";
      return List.of(
          new Mark.Level(basis.session(), level, "claimed " + sign + plain(value) + " %"));
    }
    return List.of();
  }

  private static List<Bar> bars(Verdict verdict) {
    return verdict.evidence() == null ? List.of() : verdict.evidence().bars();
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString().replace("-", "−");
  }
}
