package io.quotemark.market.prices;

import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which listing a price file speaks of, from a symbol in a column or from the file's name: {@code
 * XHKG:9988}, {@code HKG: 9988}, {@code 9988.HK}, {@code XHKG_9988}, {@code ^HSI}, {@code
 * INDEX-HSI}, {@code USDHKD=X}, {@code baba_us_d}. A symbol without an exchange, or with one that
 * stands for several markets ({@code .US}), is what the securities master knows under it.
 */
final class Symbols {
  private static final SymbolRules RULES = SymbolRules.load();
  private static final Pattern CURRENCIES = Pattern.compile("[A-Z]{6}");
  private static final Pattern NUMERIC = Pattern.compile("\\d+");

  /** What file names carry behind the symbol: an interval, a range of dates, a copy's number. */
  private static final Pattern DECORATION =
      Pattern.compile(
          "([-_ .](\\d{4}(-?\\d{2}(-?\\d{2})?)?|to|d|daily|max|\\d{1,2}y|eod|history|prices)| ?\\(\\d+\\))$",
          Pattern.CASE_INSENSITIVE);

  private final Securities master;

  Symbols(Securities master) {
    this.master = master;
  }

  /** The master is searched last: that reads all of it. */
  private boolean isMarket(String mic) {
    return RULES.mics().contains(mic)
        || mic.equals(ListingId.FX)
        || mic.equals(ListingId.INDEX)
        || master.listings().stream().anyMatch(listing -> listing.id().mic().equals(mic));
  }

  /** From the name of a file, with or without its folder and its ending. */
  Optional<ListingId> ofFileName(String fileName) {
    String stem = stem(fileName);
    return ofStem(stem).or(() -> ofStem(undecorated(stem)));
  }

  private Optional<ListingId> ofStem(String stem) {
    int mark = stem.lastIndexOf('_');
    return of(stem)
        .or(() ->
            mark < 1 || stem.startsWith("^")
                ? Optional.empty()
                : of(stem.substring(0, mark) + "." + stem.substring(mark + 1)));
  }

  /**
   * The file's name without folder, ending, dates and intervals, so that a file of the same data
   * from another day has the same.
   */
  String label(String fileName) {
    String stem = stem(fileName);
    return ofStem(stem).isPresent() ? stem : undecorated(stem);
  }

  private static String undecorated(String fileName) {
    String stem = stem(fileName);
    Matcher tail = DECORATION.matcher(stem);
    while (tail.find() && tail.start() > 0) {
      stem = stem.substring(0, tail.start());
      tail = DECORATION.matcher(stem);
    }
    return stem;
  }

  private static String stem(String fileName) {
    String base =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    return base.replaceFirst("(?i)\\.(csv|txt|tsv)$", "").strip();
  }

  /** From a symbol as sources write them. */
  Optional<ListingId> of(String symbol) {
    String text = symbol.strip().toUpperCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > 40) {
      return Optional.empty();
    }
    return prefixed(text)
        .or(() -> index(text))
        .or(() -> currencyPair(text))
        .or(() -> suffixed(text))
        .or(() -> inMaster(RULES.suffix("US").mics(), text))
        .or(() -> inMaster(text));
  }

  private Optional<ListingId> prefixed(String text) {
    Matcher parts = Pattern.compile("([A-Z0-9]{2,12})( ?: ?|[-_])(.+)").matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String prefix = parts.group(1);
    String ticker = parts.group(3).strip();
    boolean colon = parts.group(2).contains(":");
    if (isMarket(prefix)) {
      String numbered = padded(RULES.digits().getOrDefault(prefix, 0), ticker);
      return inMaster(List.of(prefix), numbered).or(() -> id(prefix, numbered));
    }
    SymbolRules.Exchange rule = RULES.prefixes().get(prefix);
    if (colon && rule != null) {
      return id(rule.mics().getFirst(), padded(rule.digits(), ticker));
    }
    return colon ? id(prefix, ticker) : Optional.empty();
  }

  private static Optional<ListingId> index(String text) {
    if (text.startsWith("^") && text.indexOf('_') < 0) {
      String symbol = text.substring(1);
      return id(ListingId.INDEX, RULES.indices().getOrDefault(symbol, symbol));
    }
    if (text.endsWith(".INDX")) {
      String symbol = text.substring(0, text.length() - 5);
      return id(ListingId.INDEX, RULES.indices().getOrDefault(symbol, symbol));
    }
    String renamed = RULES.indices().get(text);
    return text.contains(".") && renamed != null ? id(ListingId.INDEX, renamed) : Optional.empty();
  }

  private static Optional<ListingId> currencyPair(String text) {
    for (String ending : List.of("=X", ".FOREX")) {
      if (text.endsWith(ending)) {
        String pair = text.substring(0, text.length() - ending.length());
        return CURRENCIES.matcher(pair).matches() ? id(ListingId.FX, pair) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<ListingId> suffixed(String text) {
    int dot = text.lastIndexOf('.');
    SymbolRules.Exchange rule = dot < 1 ? null : RULES.suffixes().get(text.substring(dot + 1));
    if (rule == null) {
      return Optional.empty();
    }
    String ticker = padded(rule.digits(), text.substring(0, dot));
    Optional<ListingId> known = inMaster(rule.mics(), ticker);
    return known.isPresent() || rule.mics().size() > 1 ? known : id(rule.mics().getFirst(), ticker);
  }

  private Optional<ListingId> inMaster(List<String> mics, String ticker) {
    Optional<ListingId> ended = Optional.empty();
    for (String spelling : spellings(ticker)) {
      for (String mic : mics) {
        Optional<Listing> known = id(mic, spelling).flatMap(master::listing);
        if (known.isPresent() && !known.get().ended()) {
          return known.map(Listing::id);
        }
        ended = ended.isPresent() ? ended : known.map(Listing::id);
      }
    }
    return ended;
  }

  private Optional<ListingId> inMaster(String ticker) {
    List<ListingId> all =
        master.listings().stream()
            .filter(listing -> listing.id().ticker().equals(ticker) && !listing.ended())
            .map(Listing::id)
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** Share classes are written BRK-B, BRK.B and BRK/B, London's short tickers BP and BP/. */
  private static Set<String> spellings(String ticker) {
    return new LinkedHashSet<>(
        List.of(
            ticker,
            ticker.replace('-', '.'),
            ticker.replace('.', '-'),
            ticker.replace('-', '/'),
            ticker + "/",
            ticker + "."));
  }

  private static String padded(int digits, String ticker) {
    if (digits == 0 || !NUMERIC.matcher(ticker).matches()) {
      return ticker;
    }
    String bare = ticker.replaceFirst("^0+(?=\\d)", "");
    return "0".repeat(Math.max(0, digits - bare.length())) + bare;
  }

  private static Optional<ListingId> id(String mic, String ticker) {
    try {
      return Optional.of(new ListingId(mic, ticker));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
