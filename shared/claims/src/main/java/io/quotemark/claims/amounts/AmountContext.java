package io.quotemark.claims.amounts;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a text besides its words.
 *
 * @param language BCP 47 tag, with the script for Chinese where it is known; null reads as English
 * @param home ISO code of the currency of the market the publisher writes for, null if unknown
 * @param published the day of publication, null if unknown; decides between old and new currencies
 * @param listed currencies in which the securities named in the text trade, most mentioned first
 */
public record AmountContext(
    @Nullable String language,
    @Nullable String home,
    @Nullable LocalDate published,
    List<String> listed) {

  public static final AmountContext UNKNOWN = new AmountContext(null, null, null, List.of());

  private static final List<List<String>> PUBLISHERS = DataFile.load("publishers.tsv", 2).rows();

  public AmountContext {
    listed = List.copyOf(listed);
  }

  public static AmountContext ofLanguage(@Nullable String language) {
    return new AmountContext(language, null, null, List.of());
  }

  public static AmountContext of(Article article) {
    String home = home(article.address());
    PublicationTime published = article.published();
    return new AmountContext(
        article.language(),
        home != null ? home : home(article.source()),
        published == null ? null : published.date(),
        List.of());
  }

  public AmountContext withHome(@Nullable String currency) {
    return new AmountContext(language, currency, published, listed);
  }

  public AmountContext withListed(List<String> currencies) {
    return new AmountContext(language, home, published, currencies);
  }

  /** The currency of the market that an address' or a source's host is written for. */
  static @Nullable String home(@Nullable String place) {
    if (place == null) {
      return null;
    }
    String host = host(place.strip().toLowerCase(Locale.ROOT));
    String home = null;
    int longest = 0;
    for (List<String> row : PUBLISHERS) {
      for (String end : row.get(1).split(" ", -1)) {
        boolean whole = host.equals(end) || host.endsWith(end.startsWith(".") ? end : "." + end);
        if (whole && end.length() > longest) {
          home = row.getFirst();
          longest = end.length();
        }
      }
    }
    return home;
  }

  private static String host(String place) {
    if (!place.contains("://")) {
      return place;
    }
    try {
      String host = URI.create(place).getHost();
      return host == null ? place : host;
    } catch (IllegalArgumentException e) {
      return place; // not an address after all: then it is a name
    }
  }
}
