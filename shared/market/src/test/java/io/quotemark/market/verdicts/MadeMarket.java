package io.quotemark.market.verdicts;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Six sessions of a made-up share, and claims about the last of them. */
final class MadeMarket {
  static final ListingId SHARE = ListingId.parse("XNAS:MADE");
  static final PublicationTime EVENING = Cases.at("2025-02-24T18:00:00-05:00");
  static final PublicationTime NOON = Cases.at("2025-02-24T12:00:00-05:00");

  static final String[] ROWS = {
    "2025-02-14 95 97 94 96",
    "2025-02-18 100 102 99 100",
    "2025-02-19 100 104 100 103",
    "2025-02-20 103 105 101 102",
    "2025-02-21 102 108 102 107.50",
    "2025-02-24 107 110 104 105"
  };

  private MadeMarket() {}

  static Tape tape() {
    return Cases.tape(Cases.series(SHARE, ROWS));
  }

  static ClaimBuilder claim(ClaimKind kind, String printed) {
    return Cases.claim(kind, SHARE, printed)
        .value(new BigDecimal(printed), Cases.step(printed))
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")));
  }

  static Claim level(String printed, @Nullable PriceField field) {
    return claim(ClaimKind.PRICE_LEVEL, printed).currency("USD", null).field(field).build();
  }

  static Claim move(String printed, @Nullable PriceField field, @Nullable Hedge hedge) {
    return claim(ClaimKind.MOVE_PCT, printed).field(field).hedge(hedge).build();
  }

  static Verdict judge(Claim claim) {
    return Cases.judgeOne(EVENING, tape(), claim);
  }
}
