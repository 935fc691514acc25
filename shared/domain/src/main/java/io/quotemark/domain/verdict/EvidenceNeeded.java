package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What several claims need of one listing, put together: what to ask a provider for, or to look for
 * a file of.
 *
 * @param sessions stretches in order that neither overlap nor touch
 * @param fields what each session must have
 * @param claims ids of the claims that wait for it, in reading order
 */
public record EvidenceNeeded(
    ListingId listing,
    List<Stretch> sessions,
    Set<EvidenceNeed.Field> fields,
    List<String> claims) {
  /** Stretches that lie nearer than a long weekend are one. */
  private static final int JOINED_DAYS = 5;

  /** More stretches of a listing than this are told as fewer and longer ones. */
  private static final int MOST_STRETCHES = 12;

  /**
   * Days from one to another, both inclusive.
   *
   * @param from null where all history up to {@code to} is needed
   */
  public record Stretch(@Nullable LocalDate from, LocalDate to) {
    private LocalDate start() {
      return from == null ? LocalDate.MIN : from;
    }

    private Stretch and(Stretch later) {
      return new Stretch(from, to.isAfter(later.to) ? to : later.to);
    }
  }

  public EvidenceNeeded {
    sessions = joined(sessions);
    EnumSet<EvidenceNeed.Field> ordered = EnumSet.noneOf(EvidenceNeed.Field.class);
    ordered.addAll(fields);
    fields = Collections.unmodifiableSet(ordered);
    claims = List.copyOf(claims);
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("a need of no session: " + listing);
    }
  }

  /** First session, null where all history is needed. */
  public @Nullable LocalDate first() {
    return sessions.getFirst().from();
  }

  /** Last session. */
  public LocalDate last() {
    return sessions.getLast().to();
  }

  /** Of the claims of an article, by how many wait, then by listing. */
  public static List<EvidenceNeeded> of(Collection<CheckedClaim> claims) {
    Map<ListingId, List<Stretch>> stretches = new TreeMap<>();
    Map<ListingId, Set<EvidenceNeed.Field>> fields = new TreeMap<>();
    Map<ListingId, List<String>> waiting = new TreeMap<>();
    for (CheckedClaim claim : claims) {
      for (EvidenceNeed need : claim.verdict().needs()) {
        stretches
            .computeIfAbsent(need.listing(), id -> new ArrayList<>())
            .add(new Stretch(need.from(), need.to()));
        fields.computeIfAbsent(need.listing(), id -> new TreeSet<>()).addAll(need.fields());
        List<String> ids = waiting.computeIfAbsent(need.listing(), id -> new ArrayList<>());
        if (!ids.contains(claim.claim().id())) {
          ids.add(claim.claim().id());
        }
      }
    }
    if (stretches.isEmpty()) {
      return List.of();
    }
    List<EvidenceNeeded> all = new ArrayList<>();
    stretches.forEach((listing, of) ->
        all.add(
            new EvidenceNeeded(
                listing,
                of,
                fields.getOrDefault(listing, Set.of()),
                waiting.getOrDefault(listing, List.of()))));
    all.sort(Comparator.comparingInt((EvidenceNeeded one) -> -one.claims().size()));
    return List.copyOf(all);
  }

  /** Stretches in order, of which those that lie near each other are one. */
  public static List<Stretch> joined(List<Stretch> given) {
    List<Stretch> out = joined(given, JOINED_DAYS);
    for (int days = JOINED_DAYS * 2; out.size() > MOST_STRETCHES; days *= 2) {
      out = joined(out, days);
    }
    return List.copyOf(out);
  }

  private static List<Stretch> joined(List<Stretch> given, int days) {
    List<Stretch> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparing(Stretch::start).thenComparing(Stretch::to));
    List<Stretch> out = new ArrayList<>();
    for (Stretch one : sorted) {
      if (!out.isEmpty() && !one.start().isAfter(out.getLast().to().plusDays(days))) {
        out.set(out.size() - 1, out.getLast().and(one));
      } else {
        out.add(one);
      }
    }
    return out;
  }
}
