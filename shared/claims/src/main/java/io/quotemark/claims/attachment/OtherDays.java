package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import org.jspecify.annotations.Nullable;

/** Days beside a figure that are another figure's. */
final class OtherDays {
  private OtherDays() {}

  /** "one eighth of Tuesday's 416-point loss": the day is that loss's. */
  static boolean ofOwnedMove(Sentence sentence, int time) {
    boolean amount = false;
    for (int i = time + 2; i <= time + 3; i++) {
      amount |=
          sentence.category(i).isAmount()
              || sentence.category(i) == Category.MOVE
              || sentence.category(i) == Category.MOTION;
    }
    return sentence.category(time + 1) == Category.POSSESSIVE && amount;
  }

  /** "最低5.98，昨收6.01": the day of the close before. */
  static boolean ofFormerPrice(Sentence sentence, int time) {
    boolean price =
        sentence.category(time + 1) == Category.TRADE
            || sentence.category(time + 1) == Category.PRICE;
    TimeExpression said = sentence.time(time);
    return price
        && said != null
        && sentence.caseless()
        && sentence.category(time - 1) == Category.COMMA
        && isBefore(said.session());
  }

  private static boolean isBefore(@Nullable SessionWords session) {
    return session instanceof SessionWords.SessionsFromPublication
        || (session instanceof SessionWords.DaysFromPublication days && days.days() < 0);
  }
}
