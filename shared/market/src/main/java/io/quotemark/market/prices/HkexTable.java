package io.quotemark.market.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Daily Quotations of Hong Kong ({@code dYYMMDDe.htm}): after the heading QUOTATIONS two lines
 * a share, with code, name, currency, previous close, ask, high and shares traded on the first and
 * close, bid, low and turnover on the second. It has no opening prices. Layout:
 * https://www.hkex.com.hk/eng/stat/smstat/dayquot/qtn.asp.
 */
final class HkexTable {
  private static final String HEADING = "PRV.CLO./";
  private static final String NEXT_SECTION = "SALES RECORDS FOR ALL STOCKS";
  private static final int DATE_WITHIN = 20_000;
  private static final Pattern DATE =
      Pattern.compile("DATE ?: ?(\\d{1,2} [A-Z]{3} \\d{4})", Pattern.CASE_INSENSITIVE);

  private static final Pattern FIRST =
      Pattern.compile("[*# %]*(\\d{1,5})[ #*%].*? ([A-Z]{3}) +(\\S+) +(\\S+) +(\\S+) +(\\S+)");
  private static final Pattern SECOND = Pattern.compile(" +(\\S+) +(\\S+) +(\\S+) +(\\S+)");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>");

  private HkexTable() {}

  static Optional<CsvTable> read(String text) throws CsvTable.NoTable {
    int heading = text.indexOf(HEADING);
    Matcher day = DATE.matcher(text.substring(0, Math.min(text.length(), DATE_WITHIN)));
    if (heading < 0 || heading > DATE_WITHIN || !day.find()) {
      return Optional.empty();
    }
    int end = text.indexOf(NEXT_SECTION, heading);
    long number = text.substring(0, heading).lines().count();
    List<CsvTable.Row> rows = new ArrayList<>();
    Matcher first = null;
    for (String line :
        (Iterable<String>)
            text.substring(heading, end < 0 ? text.length() : end).lines()::iterator) {
      String plain = TAG.matcher(line).replaceAll("").stripTrailing();
      Matcher share = FIRST.matcher(plain);
      Matcher rest = SECOND.matcher(plain);
      if (first != null && rest.matches()) {
        rows.add(
            new CsvTable.Row(
                number - 1,
                List.of(
                    day.group(1),
                    first.group(1),
                    first.group(2),
                    first.group(5),
                    rest.group(3),
                    rest.group(1),
                    first.group(6))));
        first = null;
      } else {
        first = share.matches() ? share : null;
      }
      number++;
    }
    return Optional.of(
        CsvTable.made(
            "hkex",
            List.of("date", "code", "currency", "high", "low", "close", "volume"),
            rows,
            List.of()));
  }
}
