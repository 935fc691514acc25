package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.statements.Draft;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingChoice;
import java.util.ArrayList;
import java.util.HashMap;
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

  private final ListingChooser chooser;
  private final Set<Listing> page;
  private final @Nullable String home;
  private final List<Claim> claims = new ArrayList<>();
  private int groups;

  public ClaimGrouping(ListingChooser chooser, Set<Listing> page, @Nullable String home) {
    this.chooser = chooser;
    this.page = page;
    this.home = home;
  }

  public void add(Sentence sentence, List<Draft> drafts) {
    Map<Integer, List<Draft>> bySubject = new HashMap<>();
    for (Draft draft : drafts) {
      bySubject.computeIfAbsent(head(draft), head -> new ArrayList<>()).add(draft);
    }
    Worded worded = new Worded(sentence, drafts.size());
    Map<Integer, String> names = new HashMap<>();
    Map<Integer, ListingChoice> listings = new HashMap<>();
    for (Draft draft : drafts) {
      boolean alone = !draft.subject().trades();
      int head = head(draft);
      String group = alone ? "g" + ++groups : names.computeIfAbsent(head, h -> "g" + ++groups);
      List<Draft> together = bySubject.getOrDefault(head, List.of(draft));
      ListingChoice listing =
          alone ? null : listings.computeIfAbsent(head, h -> listing(sentence, together));
      ListingChoice there = alone || listing == null ? null : elsewhere(sentence, draft, listing);
      if (there != null) {
        listing = there;
        group = "g" + ++groups;
      }
      claims.add(
          draft
              .claim()
              .id("c" + (claims.size() + 1))
              .group(group)
              .listing(listing)
              .wording(worded.of(draft))
              .build());
    }
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
    if (!chooser.opensWithMarket(issuer, behind)) {
      return null;
    }
    ListingChoice there =
        chooser.choose(
            issuer,
            new ListingChooser.Evidence(
                null,
                behind,
                draft.claim().build().currency(),
                null,
                home,
                readers(sentence),
                page,
                0.99));
    return there.id().equals(chosen.id()) ? null : there;
  }

  private static int head(Draft draft) {
    return draft.subject().head();
  }

  private @Nullable ListingChoice listing(Sentence sentence, List<Draft> together) {
    Draft first = together.getFirst();
    Mention name = first.subject().name();
    Issuer issuer = first.subject().issuer();
    if (name == null || issuer == null) {
      return null;
    }
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
        unit = claim.unit();
      }
      from = Math.min(from, draft.from());
      to = Math.max(to, draft.to());
    }
    int head = first.subject().head();
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

  public List<Claim> claims() {
    return List.copyOf(claims);
  }
}
