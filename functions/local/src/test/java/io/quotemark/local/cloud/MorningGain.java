package io.quotemark.local.cloud;

import io.quotemark.domain.MinuteBars;
import io.quotemark.domain.MinuteBars.Minute;
import io.quotemark.fixtures.MinuteWalk;
import java.util.Random;

/** An article on a gain before the session, and made-up prices by which it is true. */
public final class MorningGain {
  /** Of which the gain is 4.0 %, at 8:02 in the morning of 24 February 2025 in New York. */
  public static final String ARTICLE =
      """
      {"@type": "NewsArticle", "headline": "Alibaba gains before the bell",
       "datePublished": "2025-02-24T08:02:00-05:00",
       "articleBody": "Shares of Alibaba Group Holding Ltd. (NYSE: BABA) rose 4.0% in pre-market trading on Monday."}
      """;

  /** A price file of sessions. */
  public static final String SESSIONS =
      """
      date,open,high,low,close,volume
      2025-02-20,100,101,99,100,1000
      2025-02-21,100,101,99,100,1000
      2025-02-24,103,106,102,105,1000
      """;

  private MorningGain() {}

  /** A price file of minutes of some days, at 104 from eight in the morning on. */
  public static String minutes(String... days) {
    StringBuilder file = new StringBuilder("timestamp,open,high,low,close,volume\n");
    for (String day : days) {
      MinuteBars bars =
          MinuteWalk.of("XNYS:BABA", day, "America/New_York")
              .at("04:00", 101)
              .at("07:55", 104)
              .at("09:29", 104)
              .bars(new Random(1));
      for (Minute m : bars.minutes()) {
        file.append(
            "%s,%s,%s,%s,%s,%d\n"
                .formatted(m.start(), m.open(), m.high(), m.low(), m.close(), m.volume()));
      }
    }
    return file.toString();
  }
}
