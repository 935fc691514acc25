package io.quotemark.market.prices;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which listing a price file speaks of, from a symbol in a column or from the file's name: {@code
 * XHKG:9988}, {@code HKG: 9988}, {@code 9988.HK}, {@code XHKG_9988}, {@code sh.600016}, {@code
 * 600519.XSHG}, {@code ^HSI}, {@code INDEX-HSI}, {@code USDHKD=X}, {@code baba_us_d}. A symbol
 * without an exchange, or with one that stands for several markets ({@code .US}), is what the
 * securities master knows under it; where that is more than one listing, it is all of them.
 */
final class Symbols {
  private static final SymbolRules RULES = SymbolRules.load();
  private static final Pattern CURRENCIES = Pattern.compile("[A-Z]{6}");
  private static final Pattern NUMERIC = Pattern.compile("\\d+");

  private static final Pattern MAINLAND = Pattern.compile("(SH|SZ|HK)[.]?(\\d{5,6})");
  private static final Map<String, String> MAINLAND_MARKETS =
      Map.of("SH", "XSHG", "SZ", "XSHE", "HK", "XHKG");

  /** Tokyo's codes as J-Quants writes them: a zero behind the four signs. */
  private static final Pattern FIVE_SIGNS = Pattern.compile("[0-9A-Z]{4}0");

  private static final Pattern HONG_KONG = Pattern.compile("0\\d{4}");

  private final Securities master;

  Symbols(Securities master) {
    this.master = master;
  }

  /** The master is asked for the ticker first and searched last: that reads all of it. */
  private boolean isMarket(String mic, String ticker) {
    return RULES.mics().contains(mic)
        || mic.equals(ListingId.FX)
        || mic.equals(ListingId.INDEX)
        || inMaster(List.of(mic), ticker).isPresent()
        || master.listings().stream().anyMatch(listing -> listing.id().mic().equals(mic));
  }

  /** From the name of a file, with or without its folder and its ending; empty where two fit. */
  Optional<ListingId> ofFileName(String fileName) {
    return only(allOfFileName(fileName, List.of()));
  }

  /**
   * All listings that the name of a file fits.
   *
   * @param markets that a bare symbol stands for, none where any
   */
  List<ListingId> allOfFileName(String fileName, List<String> markets) {
    for (String candidate : FileNames.undecorated(FileNames.stem(fileName))) {
      List<ListingId> found = ofStem(candidate, markets);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<ListingId> ofStem(String stem, List<String> markets) {
    List<ListingId> found = all(stem, markets);
    int mark = stem.lastIndexOf('_');
    if (!found.isEmpty() || mark < 1 || stem.startsWith("^")) {
      return found;
    }
    List<ListingId> suffixed =
        all(stem.substring(0, mark) + "." + stem.substring(mark + 1), markets);
    if (!suffixed.isEmpty()) {
      return suffixed;
    }
    SymbolRules.Exchange rule =
        RULES.prefixes().get(stem.substring(0, mark).toUpperCase(Locale.ROOT));
    return rule == null
        ? List.of()
        : all(stem.substring(0, mark) + ":" + stem.substring(mark + 1), markets);
  }

  /**
   * The file's name without folder, ending, dates and intervals, so that a file of the same data
   * from another day has the same.
   */
  String label(String fileName) {
    String stem = FileNames.stem(fileName);
    return ofStem(stem, List.of()).isEmpty() ? FileNames.undecorated(stem).getLast() : stem;
  }

  /** From a symbol as sources write them; empty where two listings fit. */
  Optional<ListingId> of(String symbol) {
    return only(all(symbol, List.of()));
  }

  private static Optional<ListingId> only(List<ListingId> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /**
   * All listings that a symbol fits.
   *
   * @param markets that a bare symbol stands for, the first first; none where any
   */
  List<ListingId> all(String symbol, List<String> markets) {
    String text = symbol.strip().toUpperCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > 40) {
      return List.of();
    }
    Optional<ListingId> told = told(text);
    if (told.isPresent()) {
      return List.of(told.get());
    }
    List<String> mics =
        markets.stream()
            .flatMap(m -> m.equals("US") ? RULES.suffix("US").mics().stream() : Stream.of(m))
            .toList();
    return mics.isEmpty() ? bare(text) : bare(text, mics);
  }

  /** The listing of a symbol that names its market; empty where it names none. */
  private Optional<ListingId> told(String text) {
    Optional<ListingId> told = prefixed(text);
    told = told.isPresent() ? told : index(text);
    told = told.isPresent() ? told : currencyPair(text);
    told = told.isPresent() ? told : mainland(text);
    return told.isPresent() ? told : suffixed(text);
  }

  /** A symbol without exchange in one of some markets. */
  private List<ListingId> bare(String text, List<String> mics) {
    for (String mic : mics) {
      String ticker = padded(RULES.digits().getOrDefault(mic, 0), text);
      boolean tokyo = mic.equals("XTKS") && FIVE_SIGNS.matcher(text).matches();
      Optional<ListingId> known = inMaster(List.of(mic), tokyo ? text.substring(0, 4) : ticker);
      if (known.isPresent()) {
        return List.of(known.get());
      }
    }
    return List.of();
  }

  /** A symbol without exchange in all markets. */
  private List<ListingId> bare(String text) {
    for (String spelling : spellings(text)) {
      List<ListingId> found =
          master.withTicker(spelling).stream()
              .filter(listing -> !listing.ended())
              .map(Listing::id)
              .sorted()
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return HONG_KONG.matcher(text).matches() ? bare(text, List.of("XHKG")) : List.of();
  }

  private Optional<ListingId> mainland(String text) {
    Matcher code = MAINLAND.matcher(text);
    if (!code.matches()) {
      return Optional.empty();
    }
    String mic = MAINLAND_MARKETS.getOrDefault(code.group(1), "");
    String renamed = RULES.indices().get(code.group(2) + (mic.equals("XSHG") ? ".SS" : ".SZ"));
    return renamed != null
        ? id(ListingId.INDEX, renamed)
        : id(mic, padded(RULES.digits().getOrDefault(mic, 0), code.group(2)));
  }

  private Optional<ListingId> prefixed(String text) {
    Matcher parts = Pattern.compile("([A-Z0-9]{2,12})( ?: ?|[-_])(.+)").matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String prefix = parts.group(1);
    String ticker = parts.group(3).strip();
    boolean colon = parts.group(2).contains(":");
    if (isMarket(prefix, ticker)) {
      String numbered = padded(RULES.digits().getOrDefault(prefix, 0), ticker);
      return inMaster(List.of(prefix), numbered).or(() -> id(prefix, numbered));
    }
    SymbolRules.Exchange rule = RULES.prefixes().get(prefix);
    if (colon && rule != null) {
      String numbered = padded(rule.digits(), ticker);
      return inMaster(rule.mics(), numbered).or(() -> id(rule.mics().getFirst(), numbered));
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
    String suffix = dot < 1 ? "" : text.substring(dot + 1);
    SymbolRules.Exchange rule = RULES.suffixes().get(suffix);
    if (rule == null) {
      String numbered =
          dot < 1 ? "" : padded(RULES.digits().getOrDefault(suffix, 0), text.substring(0, dot));
      return RULES.mics().contains(suffix)
          ? inMaster(List.of(suffix), numbered).or(() -> id(suffix, numbered))
          : Optional.empty();
    }
    String ticker = padded(rule.digits(), text.substring(0, dot));
    Optional<ListingId> known = inMaster(rule.mics(), ticker);
    return known.isPresent() || rule.mics().size() > 1 ? known : id(rule.mics().getFirst(), ticker);
  }

  private Optional<ListingId> inMaster(List<String> mics, String ticker) {
    Optional<ListingId> ended = Optional.empty();
    for (String spelling : spellings(ticker)) {
      for (String mic : mics) {
        Optional<ListingId> id = id(mic, spelling);
        Optional<Listing> known = id.isPresent() ? master.listing(id.get()) : Optional.empty();
        if (known.isPresent() && !known.get().ended()) {
          return id;
        }
        ended = ended.isPresent() || known.isEmpty() ? ended : id;
      }
    }
    return ended;
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
