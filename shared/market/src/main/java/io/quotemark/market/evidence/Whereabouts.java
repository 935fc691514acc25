package io.quotemark.market.evidence;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.sources.Providers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where needed prices can be had: from providers, in official files, in a file of one's own. */
public final class Whereabouts {
  /** What a file must hold; splits and dividends are looked for beside it. */
  private static final Set<Field> OF_SESSIONS =
      EnumSet.complementOf(EnumSet.of(Field.SPLITS, Field.DIVIDENDS, Field.MINUTES));

  private final Calendars calendars;
  private final Providers providers;
  private final boolean rates;

  /** Read once somebody asks where prices are. */
  private static final class Files {
    static final List<PublishedFile> SHIPPED = PublishedFile.shipped();
  }

  /**
   * @param rates whether the European Central Bank's rates are fetched every working day
   */
  public Whereabouts(Calendars calendars, Providers providers, boolean rates) {
    this.calendars = calendars;
    this.providers = providers;
    this.rates = rates;
  }

  /** Without a provider. */
  public static Whereabouts ofFiles(Calendars calendars) {
    return new Whereabouts(calendars, Providers.parse(Providers.NONE), false);
  }

  /** Never empty: providers first, then official files that have all it takes, then others. */
  public List<EvidenceOffer> of(EvidenceNeeded needed) {
    ListingId listing = needed.listing();
    List<EvidenceOffer> offers = new ArrayList<>();
    if (listing.isCurrencyPair() && rates) {
      offers.add(
          new EvidenceOffer(
              EvidenceOffer.Kind.PROVIDER,
              "ecb",
              List.of(),
              EnumSet.of(Field.CLOSE),
              "Nothing: the European Central Bank's rates are fetched every working day.",
              "free to use; name the European Central Bank as the source"));
    }
    Set<Field> wanted = EnumSet.copyOf(needed.fields());
    wanted.retainAll(OF_SESSIONS);
    boolean minutesAlone = wanted.isEmpty() && needed.fields().contains(Field.MINUTES);
    for (String provider : providers.askedFor(listing)) {
      if (!minutesAlone || providers.haveMinutes(provider)) {
        offers.add(minutesAlone ? atOnce(provider) : provider(provider, needed));
      }
    }
    Files.SHIPPED.stream()
        .filter(file -> file.isOf(listing) && !minutesAlone)
        .flatMap(file -> file.offer(needed, calendars.of(listing)).stream())
        .map(offer -> saidToLack(offer, wanted))
        .sorted(Comparator.comparing((EvidenceOffer offer) -> !offer.fields().containsAll(wanted)))
        .forEach(offers::add);
    if (minutesAlone) {
      offers.add(ownMinutes(listing, ""));
    } else if (needed.fields().contains(Field.MINUTES)) {
      offers.add(own(needed));
      offers.add(ownMinutes(listing, "In addition: "));
    } else if (!listing.isCurrencyPair()) {
      offers.add(own(needed));
    }
    return offers;
  }

  private static EvidenceOffer saidToLack(EvidenceOffer offer, Set<Field> wanted) {
    Set<Field> lacking = EnumSet.copyOf(wanted);
    lacking.removeAll(offer.fields());
    return lacking.isEmpty()
        ? offer
        : new EvidenceOffer(
            offer.kind(),
            offer.name(),
            offer.files(),
            offer.fields(),
            "%s Without %s it bears claims out, and refutes only some."
                .formatted(
                    offer.todo(),
                    lacking.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" and "))),
            offer.terms());
  }

  private static EvidenceOffer atOnce(String name) {
    return new EvidenceOffer(
        EvidenceOffer.Kind.PROVIDER,
        name,
        List.of(),
        EnumSet.of(Field.MINUTES),
        "It is asked for minutes when an article that lacks them is stored.",
        null);
  }

  private static EvidenceOffer provider(String name, EvidenceNeeded needed) {
    String from = needed.first() == null ? "2000-01-01" : String.valueOf(needed.first());
    return new EvidenceOffer(
        EvidenceOffer.Kind.PROVIDER,
        name,
        List.of(),
        Set.of(),
        "It is asked after the next close; ./quotemark backfill %s %s %s asks it now."
            .formatted(needed.listing(), from, needed.last()),
        null);
  }

  /** A name that tells whose prices a CSV file holds. */
  public static String fileName(ListingId listing) {
    return listing.isIndex()
        ? "INDEX-" + listing.ticker() + ".csv"
        : listing.mic() + "_" + listing.ticker() + ".csv";
  }

  private static EvidenceOffer own(EvidenceNeeded needed) {
    ListingId listing = needed.listing();
    String columns =
        needed.fields().stream()
            .filter(OF_SESSIONS::contains)
            .map(Whereabouts::column)
            .collect(Collectors.joining(", "));
    return new EvidenceOffer(
        EvidenceOffer.Kind.OWN_FILE,
        "A file of your own",
        List.of(),
        Set.of(),
        "Any price file with these sessions that you may use, such as %s with the columns Date, %s%s: drop it here."
            .formatted(fileName(listing), columns, adjusted(needed.fields())),
        null);
  }

  private static EvidenceOffer ownMinutes(ListingId listing, String more) {
    return new EvidenceOffer(
        EvidenceOffer.Kind.OWN_FILE,
        "A file of minute bars of your own",
        List.of(),
        EnumSet.of(Field.MINUTES),
        more
            + "any file of this session's minutes that you may use, such as %s with the columns timestamp, open, high, low, close, volume: drop it here."
                .formatted(fileName(listing)),
        null);
  }

  private static String adjusted(Set<EvidenceNeed.Field> fields) {
    return fields.contains(Field.DIVIDENDS)
        ? " as traded, or adjusted with the columns Dividends and Stock Splits"
        : "";
  }

  private static String column(Field field) {
    String name = field.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
