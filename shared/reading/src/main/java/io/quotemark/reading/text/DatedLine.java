package io.quotemark.reading.text;

import io.quotemark.reading.dates.DateFinder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a line with a date says beside the date; its language may be unknown. */
final class DatedLine {
  /** What follows the date of a line that begins with it. */
  private static final Pattern LEADS = Pattern.compile("^\\s?[:：|–—-]\\s");

  private DatedLine() {}

  /** Whether it is a heading with a date before it. */
  static boolean leads(String line, @Nullable String language) {
    return LEADS.matcher(withoutDates(line, language)).find();
  }

  static String withoutDates(String block, @Nullable String language) {
    StringBuilder rest = new StringBuilder(block);
    for (DateFinder.Found date : DateFinder.all(block, language).reversed()) {
      rest.delete(date.start(), date.end());
    }
    return rest.toString();
  }

  /** A block that is a date and a word or two: when the page was published, or updated. */
  static boolean is(String block, @Nullable String language) {
    if (block.length() > 100 || BlockShape.ends(block)) {
      return false;
    }
    String rest = withoutDates(block, language);
    return rest.length() < block.length()
        && rest.length() <= 25
        && rest.chars().noneMatch(Character::isDigit);
  }
}
