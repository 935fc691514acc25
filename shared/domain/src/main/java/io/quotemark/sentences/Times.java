package io.quotemark.sentences;

import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Window;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes dates, stretches of time and their lengths. */
final class Times {
  private static final int MANY_MINUTES = 100;
  private static final int MANY_HOURS = 48;

  private final Wordbook book;

  Times(Wordbook book) {
    this.book = book;
  }

  /** {@code 11 March 2025}, {@code March 2025}, {@code 2025}. */
  String day(PartialDate date) {
    String form =
        date.day() != null ? "date.day" : date.month() != null ? "date.month" : "date.year";
    return book.word(form)
        .replace("{day}", String.valueOf(date.day()))
        .replace("{month}", date.month() == null ? "" : book.word("month." + date.month()))
        .replace("{year}", String.valueOf(date.year()));
  }

  String day(LocalDate date) {
    return day(PartialDate.of(date));
  }

  /** {@code 55 minutes}, {@code 5 hours}, {@code 3 days}. */
  String length(long minutes) {
    if (minutes < MANY_MINUTES) {
      return counted("minutes", minutes);
    }
    long hours = Math.round(minutes / 60.0);
    return hours < MANY_HOURS ? counted("hours", hours) : counted("days", Math.round(hours / 24.0));
  }

  /** How far back a claim compares, with its preposition: {@code since 2016}, {@code this year}. */
  @Nullable String stretch(@Nullable PartialDate since, @Nullable Window window) {
    if (since != null) {
      return since(since);
    }
    return window == null ? null : stretch(window);
  }

  private String stretch(Window window) {
    return switch (window) {
      case Window.Last last ->
          counted("stretch." + last.unit().name().toLowerCase(Locale.ROOT), last.count());
      case Window.ToDate toDate -> book.word("stretch." + toDate);
      case Window.AllTime all -> book.word("stretch.record");
      case Window.SinceIpo ipo -> book.word("stretch.ipo");
      case Window.CalendarYear year ->
          book.word("stretch.year").replace("{n}", String.valueOf(year.year()));
      case Window.Since date -> since(date.date());
      case Window.FromPeak peak -> peak(peak);
    };
  }

  /** {@code from its record high}: by which high or low a return is counted. */
  private String peak(Window.FromPeak peak) {
    PartialDate in = peak.in();
    Window of = peak.of();
    String key = "stretch.from_" + peak.direction().name().toLowerCase(Locale.ROOT);
    String stretch = in != null ? book.word("stretch.of").replace("{date}", day(in)) : "";
    return book.word(key).replace("{of}", of == null ? stretch : stretch(of));
  }

  private String since(PartialDate date) {
    return book.word("stretch.since").replace("{date}", day(date));
  }

  private String counted(String key, long count) {
    return book.word(key + (count == 1 ? ".one" : ".many")).replace("{n}", String.valueOf(count));
  }
}
