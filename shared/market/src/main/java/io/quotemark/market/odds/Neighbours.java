package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an article, counted once by statement, sentence and listing, so that what stands
 * beside each of thousands is looked up and not counted again.
 */
final class Neighbours {
  /** A sentence of title or text, and a listing in it where one is asked for. */
  private record Place(Object in, Object sentence, @Nullable ListingId listing) {}

  /** How many of some claims the tape bears out, does not, or cannot decide. */
  private static final class Tally {
    private int holds;
    private int fails;
    private int open;

    private void add(Outcome outcome) {
      holds += holds(outcome) ? 1 : 0;
      fails += fails(outcome) ? 1 : 0;
      open += outcome == Outcome.UNVERIFIABLE ? 1 : 0;
    }
  }

  private static final Tally NONE = new Tally();

  private final Map<String, CheckedClaim> byId = new HashMap<>();
  private final Tally article = new Tally();
  private final Map<String, Tally> statements = new HashMap<>();
  private final Map<String, Set<Group>> pins = new HashMap<>();
  private final Map<Place, Tally> sentences = new HashMap<>();
  private final Map<ListingId, Tally> listings = new HashMap<>();
  private final Map<Place, Set<ListingId>> named = new HashMap<>();
  private final Set<ListingId> ofArticle = new LinkedHashSet<>();

  Neighbours(List<CheckedClaim> claims) {
    claims.forEach(this::add);
  }

  private void add(CheckedClaim checked) {
    Claim claim = checked.claim();
    if (!claim.kind().ofPrices()) {
      return; // a tag or a date tells nothing about how a figure was read
    }
    Outcome outcome = checked.verdict().outcome();
    ListingId listing = Beside.listing(claim);
    byId.put(claim.id(), checked);
    article.add(outcome);
    tally(sentences, place(claim, null)).add(outcome);
    if (!claim.group().isEmpty()) {
      tally(statements, claim.group()).add(outcome);
      if (pins(checked)) {
        pins.computeIfAbsent(claim.group(), group -> new LinkedHashSet<>())
            .add(Group.of(claim.kind()));
      }
    }
    if (listing != null) {
      tally(listings, listing).add(outcome);
      tally(sentences, place(claim, listing)).add(outcome);
      named.computeIfAbsent(place(claim, null), place -> new LinkedHashSet<>()).add(listing);
      ofArticle.add(listing);
    }
  }

  private static <K> Tally tally(Map<K, Tally> tallies, K key) {
    return tallies.computeIfAbsent(key, k -> new Tally());
  }

  private static Place place(Claim claim, @Nullable ListingId listing) {
    return new Place(claim.at().in(), claim.wording().sentence(), listing);
  }

  private static boolean holds(Outcome outcome) {
    return outcome == Outcome.VERIFIED || outcome == Outcome.VERIFIED_LOOSE;
  }

  private static boolean fails(Outcome outcome) {
    return outcome == Outcome.CONTRADICTED || outcome == Outcome.DOUBTFUL;
  }

  private static boolean pins(CheckedClaim other) {
    Group own = Group.of(other.claim().kind());
    boolean exact =
        other.verdict().outcome() == Outcome.VERIFIED
            && (other.verdict().strength() == Strength.EXACT
                || other.verdict().strength() == Strength.ROUNDED);
    BigDecimal value = other.claim().value();
    return exact
        && (own == Group.LEVEL || own == Group.UNITS || own == Group.MOVE)
        && value != null
        && value.stripTrailingZeros().precision() >= 2;
  }

  /** What became of the claims beside this one, itself left out. */
  Beside of(Claim claim) {
    Tally self = new Tally();
    CheckedClaim checked = byId.get(claim.id());
    if (checked != null) {
      self.add(checked.verdict().outcome());
    }
    ListingId listing = Beside.listing(claim);
    boolean inGroup = !claim.group().isEmpty();
    Tally statement = inGroup ? statements.getOrDefault(claim.group(), NONE) : NONE;
    Tally sentence = sentences.getOrDefault(place(claim, null), NONE);
    Tally ofListing = listing == null ? NONE : listings.getOrDefault(listing, NONE);
    Tally both = listing == null ? NONE : sentences.getOrDefault(place(claim, listing), NONE);
    Group group = Group.of(claim.kind());
    return new Beside(
        inGroup && pins.getOrDefault(claim.group(), Set.of()).stream().anyMatch(g -> g != group),
        statement.holds - (inGroup ? self.holds : 0),
        both.holds - (listing == null ? 0 : self.holds),
        sentence.fails - self.fails,
        sentence.open - self.open,
        ofListing.holds - both.holds,
        ofListing.fails - (listing == null ? 0 : self.fails),
        article.holds - self.holds,
        article.fails - self.fails);
  }

  /** Listings that claims of the same sentence are about. */
  Set<ListingId> ofSentence(Claim claim) {
    return named.getOrDefault(place(claim, null), Set.of());
  }

  /** Listings that any claim is about, in the order of the claims. */
  Set<ListingId> ofArticle() {
    return ofArticle;
  }
}
