package io.quotemark.market.odds;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every sign that some claim can bear, by turning each of its features through all it can be. */
final class AllSigns {
  private static final double[] DISTANCES = {
    0, .001, .003, .007, .015, .03, .07, .15, .3, .7, 1.5, 3, 6, 10, 20, 40
  };
  private static final int[] COUNTS = {
    -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 50, 70, 100, 300
  };

  private static final Set<String> ALL = Collections.unmodifiableSet(turned());

  private final Set<String> names = new HashSet<>();

  private AllSigns() {}

  static Set<String> of() {
    return ALL;
  }

  private static Set<String> turned() {
    AllSigns all = new AllSigns();
    for (ClaimKind kind : ClaimKind.values()) {
      if (kind.checkable()) {
        all.figures(kind);
        all.circumstances(kind);
      }
    }
    return all.names;
  }

  private void figures(ClaimKind kind) {
    Claim claim = claim(kind).build();
    List<List<OtherReading>> readings = new ArrayList<>(List.of(List.of()));
    for (OtherReading.Kind other : OtherReading.Kind.values()) {
      readings.add(List.of(new OtherReading(other, true, "")));
      readings.add(List.of(new OtherReading(other, false, "")));
    }
    for (Shape shape : Shape.values()) {
      for (List<OtherReading> others : readings) {
        for (int digits = 0; digits < 5; digits++) {
          add(claim, failed(), shape, digits, Double.NaN, -1, others, 0, 0);
        }
      }
    }
    for (double distance : DISTANCES) {
      add(claim, failed(), Shape.NONE, 3, distance, -1, List.of(), 0, 0);
    }
    for (int count : COUNTS) {
      add(claim, failed(), Shape.DIGIT, 3, Double.NaN, count, List.of(), count, 0);
      add(claim, failed(), Shape.NONE, 3, Double.NaN, count, List.of(), 0, Math.max(0, count));
    }
  }

  private void circumstances(ClaimKind kind) {
    for (Flag flag : Flag.values()) {
      add(claim(kind).build(), failed().flagged(flag, ""));
    }
    add(
        claim(kind).build(),
        new Verdict(
            Verdict.Outcome.CONTRADICTED,
            Verdict.Strength.INTERNAL,
            null,
            List.of(),
            Set.of(),
            null,
            List.of(),
            null,
            null));
    for (PriceField field : PriceField.values()) {
      add(claim(kind).field(field).build(), failed());
    }
    add(claim(kind).hedge(Hedge.ABOUT).build(), failed());
    add(claim(kind).window(Window.parse("2d")).build(), failed());
    add(claim(kind).at(new Span(Span.Part.TITLE, 0, 1, "1")).build(), failed());
    for (Wording.Naming naming : Wording.Naming.values()) {
      for (int n : COUNTS) {
        int count = Math.max(0, n);
        boolean odd = count % 2 == 1;
        add(
            claim(kind)
                .wording(
                    new Wording(
                        0, naming, count, count, count, count, count, count, count, odd, odd))
                .build(),
            failed());
      }
    }
    Claim ticker =
        claim(kind)
            .wording(new Wording(0, Wording.Naming.TICKER, 0, 1, 1, 1, 1, 0, 9, false, false))
            .build();
    add(ticker, failed(), Shape.NONE, 3, Double.NaN, -1, List.of(), 0, 1);
    for (String score : List.of("0.90", "0.92", "0.96", "0.99")) {
      for (String why : List.of("words:x", "bracket:x", "currency:USD", "primary")) {
        for (int rejected = 0; rejected < 5; rejected++) {
          ListingChoice.Rejected other =
              new ListingChoice.Rejected(Cases.NEW_YORK, null, List.of());
          ListingChoice choice =
              new ListingChoice(
                  MadeHistory.SHARE,
                  new BigDecimal(score),
                  List.of(ListingEvidence.parse(why).orElseThrow()),
                  Collections.nCopies(rejected, other));
          add(claim(kind).listing(choice).build(), failed());
        }
      }
    }
  }

  private static ClaimBuilder claim(ClaimKind kind) {
    return Cases.claim(kind, MadeHistory.SHARE, "1").value(BigDecimal.ONE, BigDecimal.ONE);
  }

  private static Verdict failed() {
    return new Verdict(
        Verdict.Outcome.CONTRADICTED, null, null, List.of(), Set.of(), null, List.of(), null, null);
  }

  private void add(Claim claim, Verdict verdict) {
    add(claim, verdict, Shape.NONE, 3, Double.NaN, -1, List.of(), 0, 0);
  }

  private void add(
      Claim claim,
      Verdict verdict,
      Shape shape,
      int digits,
      double distance,
      int beaten,
      List<OtherReading> others,
      int ago,
      int beside) {
    for (boolean pinned : new boolean[] {false, true}) {
      Beside sums =
          new Beside(pinned, beside, beside, beside, beside, beside, beside, beside, beside);
      Group group = Group.of(claim.kind());
      for (int session = 0; session < 16; session++) {
        boolean stated = (session & 1) > 0;
        boolean anchored = (session & 2) > 0;
        boolean close = (session & 4) > 0;
        boolean clear = (session & 8) > 0;
        names.addAll(
            Signs.of(
                new Features(
                    claim, verdict, group, shape, digits, distance, beaten, others, stated,
                    anchored, close, clear, ago, sums)));
      }
    }
  }
}
