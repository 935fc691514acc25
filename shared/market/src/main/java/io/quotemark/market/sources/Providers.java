package io.quotemark.market.sources;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The price providers that an operator chose, in the order in which they are asked, written {@code
 * alpaca:XNYS,XNAS;eodhd}: names separated by semicolons, each with the exchanges that are asked of
 * it or, without any, all that it has. {@code eodhd@100000/1000} says what the plan allows a day
 * and a minute, where it is not the free one.
 */
public record Providers(List<Provider> inOrder) {
  /** Written for no provider at all. */
  public static final String NONE = "none";

  private static final Pattern ONE =
      Pattern.compile("([a-z]{2,20})(?:@([0-9]{1,8})/([0-9]{1,6}))?(?::([A-Z0-9,]{2,400}))?");

  public Providers {
    inOrder = List.copyOf(inOrder);
  }

  /** Names of the providers there are, in order of the alphabet. */
  public static List<String> names() {
    return List.copyOf(known().keySet());
  }

  /**
   * @throws IllegalArgumentException that says what is wrong and what can be written
   */
  public static Providers parse(String text) {
    if (text.isBlank() || text.strip().equals(NONE)) {
      return new Providers(List.of());
    }
    Map<String, Provider> known = known();
    List<Provider> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : text.strip().split(";", -1)) {
      Provider one = one(part.strip(), known);
      if (!seen.add(one.name())) {
        throw new IllegalArgumentException(
            one.name() + " is named twice; name its exchanges together, NAME:XNYS,XNAS");
      }
      chosen.add(one);
    }
    return new Providers(chosen);
  }

  private static Provider one(String text, Map<String, Provider> known) {
    Matcher parts = ONE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a provider; write NAME, NAME:XNYS,XNAS or NAME@PER_DAY/PER_MINUTE:XNYS"
              .formatted(text));
    }
    Provider free = known.get(parts.group(1));
    if (free == null) {
      throw new IllegalArgumentException(
          "there is no provider %s; there are %s"
              .formatted(parts.group(1), String.join(", ", known.keySet())));
    }
    return new Provider(
        free.name(),
        exchanges(free, parts.group(4)),
        allowed(text, parts.group(2), free.perDay()),
        allowed(text, parts.group(3), free.perMinute()),
        free.hasMinutes());
  }

  private static List<String> exchanges(Provider free, @Nullable String named) {
    if (named == null) {
      return free.exchanges();
    }
    List<String> exchanges = List.of(named.split(",", -1));
    for (String exchange : exchanges) {
      if (!exchange.matches("[A-Z0-9]{4,5}") || !free.serves(exchange)) {
        throw new IllegalArgumentException(
            "%s has no exchange \"%s\"; it has %s"
                .formatted(
                    free.name(),
                    exchange,
                    free.exchanges().contains(Provider.EVERY)
                        ? "those with an ISO 10383 code, XNYS for instance"
                        : String.join(", ", free.exchanges())));
      }
    }
    return exchanges;
  }

  private static int allowed(String text, @Nullable String given, int free) {
    int requests = given == null ? free : Integer.parseInt(given);
    if (requests < 1) {
      throw new IllegalArgumentException(text + " allows no request");
    }
    return requests;
  }

  public boolean isEmpty() {
    return inOrder.isEmpty();
  }

  /** Whether any of them is asked for the prices of a listing. */
  public boolean serve(ListingId listing) {
    return inOrder.stream().anyMatch(provider -> provider.serves(listing));
  }

  /** Whether any of them is asked for the minutes of a listing. */
  public boolean serveMinutes(ListingId listing) {
    return inOrder.stream().anyMatch(provider -> provider.hasMinutes() && provider.serves(listing));
  }

  /** Whether one of them, by its name, is asked for minutes. */
  public boolean haveMinutes(String name) {
    return inOrder.stream()
        .anyMatch(provider -> provider.hasMinutes() && provider.name().equals(name));
  }

  /** Names of those that are asked for a listing, in order; reference rates come from elsewhere. */
  public List<String> askedFor(ListingId listing) {
    return listing.isCurrencyPair()
        ? List.of()
        : inOrder.stream()
            .filter(provider -> provider.serves(listing))
            .map(Provider::name)
            .toList();
  }

  private static Map<String, Provider> known() {
    Map<String, Provider> known = new TreeMap<>();
    for (List<String> cells : ShippedLines.rows(Providers.class, "providers.tsv")) {
      known.put(
          cells.getFirst(),
          new Provider(
              cells.getFirst(),
              List.of(cells.get(1).split(",")),
              Integer.parseInt(cells.get(2)),
              Integer.parseInt(cells.get(3)),
              cells.get(4).equals("yes")));
    }
    return known;
  }
}
