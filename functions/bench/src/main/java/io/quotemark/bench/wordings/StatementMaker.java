package io.quotemark.bench.wordings;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes statements of known truth of every wording, over made-up prices. */
final class StatementMaker {
  /** Sessions left as history before the first statement. */
  private static final int HEAD = 320;

  private static final int TRIES = 3000;
  private static final ListingId EURO = ListingId.parse("FX:EURUSD");

  private final Securities master;
  private final Calendars calendars;
  private final Map<String, Tongue> tongues = Tongue.all();
  private final Map<ListingId, Walk> walks = new HashMap<>();
  private final List<Home> homes = Home.all();

  StatementMaker(Securities master, Calendars calendars) {
    this.master = master;
    this.calendars = calendars;
    for (Home home : homes) {
      walks.computeIfAbsent(
          home.listing(),
          id -> new Walk(id, calendars.of(id), home.price(), 0.018, home.decimals(), moved(home)));
      walks.computeIfAbsent(
          home.index(), id -> new Walk(id, calendars.of(id), home.level(), 0.011, 2, 0));
    }
    walks.put(EURO, Walk.ofRate(EURO, calendars.of(EURO), 1.09));
  }

  Tape tape() {
    return new Tape(walks.values().stream().map(Walk::series).toList());
  }

  List<String> languages() {
    return homes.stream().map(Home::language).distinct().toList();
  }

  /**
   * Statements of every wording of a language, of its listings in turn.
   *
   * @param each so many true and so many false ones of a wording
   */
  List<Statement> of(String language, int each) {
    List<Home> own = homes.stream().filter(home -> home.language().equals(language)).toList();
    List<Statement> made = new ArrayList<>();
    for (Wording wording : Wording.of(language)) {
      Random random = new Random(wording.hash());
      for (int n = 0; n < each; n++) {
        Home home = own.get((n + wording.hash()) % own.size());
        one(wording, home, true, random).ifPresent(made::add);
        if (!wording.kind().equals("cap")) {
          one(wording, home, false, random).ifPresent(made::add);
        }
      }
    }
    return made;
  }

  private Optional<Statement> one(Wording wording, Home home, boolean truth, Random random) {
    Walk share = walk(home.listing());
    Walk index = walk(home.index());
    Walk rate = walk(EURO);
    Facts facts = new Facts(share, index, rate, random);
    for (int tries = 0; tries < TRIES; tries++) {
      int at = HEAD + random.nextInt(share.size() - HEAD - 10);
      if (sameDay(share, index, at) && sameDay(share, rate, at)) {
        Optional<Figures> figures = facts.of(wording, at, truth);
        if (figures.isPresent()) {
          return Optional.of(worded(wording, home, figures.get(), truth, random));
        }
      }
    }
    return Optional.empty();
  }

  private Statement worded(
      Wording wording, Home home, Figures figures, boolean truth, Random random) {
    Tongue tongue = tongues.get(wording.language());
    Map<String, String> gaps =
        new HashMap<>(figures.printed(tongue, currency(home), random.nextInt(6)));
    gaps.put("n", home.name());
    gaps.put("i", home.indexName());
    return new Statement(
        wording,
        wording.filled(gaps, figures.up),
        truth,
        figures.kinds,
        figures.day.atTime(20, 30).atZone(calendars.of(home.listing()).zone()).toOffsetDateTime(),
        random.nextInt(3) == 0);
  }

  /** Whether a day and the session before it are sessions of another walk as well. */
  private static boolean sameDay(Walk one, Walk other, int at) {
    int there = other.upTo(one.day(at));
    return there > 0
        && one.day(at).equals(other.day(there))
        && one.day(at - 1).equals(other.day(there - 1));
  }

  private Walk walk(ListingId id) {
    Walk walk = walks.get(id);
    if (walk == null) {
      throw new IllegalStateException("no prices of " + id);
    }
    return walk;
  }

  private String currency(Home home) {
    return master
        .listing(home.listing())
        .map(Listing::currency)
        .orElseThrow(() -> new IllegalStateException("the master lacks " + home.listing()));
  }

  private int moved(Home home) {
    return currency(home).equals("GBP") ? 2 : 0;
  }
}
