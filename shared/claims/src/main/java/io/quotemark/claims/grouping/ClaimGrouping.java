package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.statements.Draft;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.SubjectReading;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers claims, groups those of one statement (one subject in one sentence) and chooses the
 * listing of each group.
 */
public final class ClaimGrouping {
  /** How far before its head a noun phrase may name the market, in tokens. */
  private static final int HEAD_WORDS = 4;

  /** How far behind its figure a phrase of place may end, in tokens. */
  private static final int BEHIND = 3;

  /** A tag, and the listing that it is held against. */
  private record Tagged(ListingId said, @Nullable ListingChoice meant) {}

  private final ListingChooser chooser;
  private final Set<Listing> page;
  private final @Nullable String home;
  private final OtherSubjects others = new OtherSubjects();
  private final Strangers strangers = new Strangers();

  /** First words of names that nothing has shown yet to be companies', by the claim's place. */
  private final Map<Integer, String> unproved = new HashMap<>();

  private final List<Claim> claims = new ArrayList<>();
  private final List<ClaimBuilder> asides = new ArrayList<>();
  private final Set<Tagged> tags = new HashSet<>();
  private int groups;

  public ClaimGrouping(ListingChooser chooser, Set<Listing> page, @Nullable String home) {
    this.chooser = chooser;
    this.page = page;
    this.home = home;
  }

  /**
   * @param found statements about prices, as syntax has them
   * @param apart what needs no price to be decided: it belongs to no statement, and is numbered
   *     behind all that do
   * @return the drafts of statements with whom they most likely are about
   */
  public List<Draft> add(Sentence sentence, List<Draft> found, List<Draft> apart) {
    List<Draft> drafts = others.chosen(sentence, found);
    Map<Integer, List<Draft>> bySubject = new HashMap<>();
    for (Draft draft : drafts) {
      List<Draft> together = bySubject.get(head(draft));
      if (together == null) {
        together = new ArrayList<>();
        bySubject.put(head(draft), together);
      }
      together.add(draft);
    }
    strangers.see(sentence, drafts);
    Worded worded = new Worded(sentence, drafts.size());
    for (Draft aside : apart) {
      ClaimBuilder claim =
          aside.claim().listing(listing(sentence, List.of(aside))).wording(worded.of(aside));
      if (isNew(claim.build())) {
        asides.add(claim);
      }
    }
    Map<Integer, String> names = new HashMap<>();
    Map<Integer, ListingChoice> listings = new HashMap<>();
    MarketParts parts = new MarketParts(this::onMarket);
    Map<Integer, List<SubjectReading>> readings = new HashMap<>();
    for (Draft draft : drafts) {
      boolean alone = !draft.subject().trades();
      int head = head(draft);
      String group = alone ? null : names.get(head);
      if (group == null) {
        group = "g" + ++groups;
        names.put(head, group);
      }
      List<Draft> together = bySubject.getOrDefault(head, List.of(draft));
      ListingChoice listing =
          alone ? null : listings.computeIfAbsent(head, h -> listing(sentence, together));
      ListingChoice there = alone || listing == null ? null : elsewhere(sentence, draft, listing);
      there = there == null && !alone ? parts.of(sentence, draft, listing) : there;
      if (there != null) {
        listing = there;
        group = "g" + ++groups;
      }
      String stranger = sentence.caseless() ? null : Strangers.unproved(draft);
      if (stranger != null) {
        unproved.put(claims.size(), stranger);
      }
      claims.add(
          draft
              .claim()
              .id("c" + (claims.size() + 1))
              .group(group)
              .listing(listing)
              .wording(worded.of(draft))
              .readings(
                  alone
                      ? List.of()
                      : readings.computeIfAbsent(head, h -> others(sentence, together)))
              .build());
    }
    others.passed(sentence);
    return drafts;
  }

  /** Whom else the claims of a statement can be read of. */
  private List<SubjectReading> others(Sentence sentence, List<Draft> together) {
    List<SubjectReading> readings = new ArrayList<>();
    for (OtherSubjects.Other other : others.of(sentence, together.getFirst())) {
      readings.add(
          new SubjectReading(
              other.name().printed(),
              choice(sentence, together, other.name(), other.chunk()),
              other.plausibility(),
              String.join(" ", other.signs())));
    }
    return List.copyOf(readings);
  }

  /**
   * "X fell 3% in Shanghai and 5% in Hong Kong": the market named right behind a figure, where it
   * is another than the statement's; null where none is.
   */
  private @Nullable ListingChoice elsewhere(Sentence sentence, Draft draft, ListingChoice chosen) {
    Issuer issuer = draft.subject().issuer();
    int end = draft.to();
    int limit = Math.min(sentence.get(sentence.size() - 1).to(), end + BEHIND);
    if (issuer == null || end >= limit) {
      return null;
    }
    String behind = sentence.tokens().printed(end, limit - 1);
    ListingChoice there = onMarket(sentence, draft, behind);
    return there == null || there.id().equals(chosen.id()) ? null : there;
  }

  /**
   * The listing on the market with which the words begin; null where they name none, or several.
   */
  private @Nullable ListingChoice onMarket(Sentence sentence, Draft draft, String words) {
    Issuer issuer = draft.subject().issuer();
    return issuer == null || !chooser.opensWithMarket(issuer, words)
        ? null
        : chooser.choose(
            issuer,
            new ListingChooser.Evidence(
                null,
                words,
                draft.claim().build().currency(),
                null,
                home,
                readers(sentence),
                page,
                0.99));
  }

  /** A company's tag is said once, however often it is printed. */
  private boolean isNew(Claim claim) {
    return claim.tagged() == null || tags.add(new Tagged(claim.tagged(), claim.listing()));
  }

  private static int head(Draft draft) {
    return draft.subject().head();
  }

  private @Nullable ListingChoice listing(Sentence sentence, List<Draft> together) {
    Subject subject = together.getFirst().subject();
    Mention name = subject.name();
    return name == null || name.issuer() == null
        ? null
        : choice(sentence, together, name, subject.head());
  }

  /**
   * @param name of somebody known
   * @param head the chunk that names whom the claims are about, −1 where none of the sentence does
   */
  private ListingChoice choice(Sentence sentence, List<Draft> together, Mention name, int head) {
    Issuer issuer = name.named();
    String currency = null;
    String unit = null;
    int from = name.from();
    int to = name.to();
    for (Draft draft : together) {
      Claim claim = draft.claim().build();
      // of the other line, converted: it does not tell which line the statement is of
      boolean own = claim.kind() != ClaimKind.RATIO_PARITY;
      if (claim.currency() != null && own) {
        currency = claim.currency();
        unit = claim.figure().unit();
      }
      from = Math.min(from, draft.from());
      to = Math.max(to, draft.to());
    }
    int near = from;
    if (head >= 0 && head < sentence.size()) {
      // "a gain in X's New York-listed shares": the words of the head count as well
      to = Math.max(to, sentence.get(head).to());
      near = Math.max(sentence.get(0).from(), sentence.get(head).from() - HEAD_WORDS);
    }
    String close = words(sentence, near, to);
    String words = chooser.namesMarket(issuer, close) ? close : words(sentence, from, to);
    return chooser.choose(
        issuer,
        new ListingChooser.Evidence(
            name.listing(), words, currency, unit, home, readers(sentence), page, name.score()));
  }

  private static Set<String> readers(Sentence sentence) {
    return sentence.language().words(WordGroup.HOME_CURRENCY);
  }

  private static String words(Sentence sentence, int from, int to) {
    int first = Math.max(sentence.get(0).from(), Math.min(from, to - 1));
    return sentence.tokens().printed(first, Math.max(first, to - 1));
  }

  /** All claims, in reading order; those that need no price last. */
  public List<Claim> claims() {
    List<Claim> all = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      String stranger = unproved.get(i);
      if (stranger == null || strangers.mayBeCompany(stranger)) {
        all.add(claims.get(i).toBuilder().id("c" + (all.size() + 1)).build());
      }
    }
    int ofPrices = all.size();
    for (ClaimBuilder aside : asides) {
      int number = all.size() + 1;
      int group = groups + number - ofPrices;
      all.add(aside.id("c" + number).group("g" + group).build());
    }
    return List.copyOf(all);
  }
}
