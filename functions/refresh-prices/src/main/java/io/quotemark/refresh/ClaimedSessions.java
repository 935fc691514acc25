package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a listing stored claims speak of: minutes of others are of no use to anybody.
 * An article too long for the table counts for its day and the one before.
 */
final class ClaimedSessions {
  /** An article's day may be the one before the session's: its zone lies further west. */
  private static final int ZONES = 1;

  /** Few articles speak of the price at some minute a month ago. */
  private static final int LATER_DAYS = 31;

  private final Articles articles;

  /** Which stored articles there are, and what was found in them. */
  interface Articles {
    /** A page of those that name a listing, published from one day to another. */
    ArticleIndex.Page<ArticleRecord.Summary> latest(
        ListingId listing, LocalDate from, LocalDate to, @Nullable String cursor);

    /** Of those whose findings are small, packed. */
    Map<String, byte[]> findings(Collection<String> ids);

    static Articles of(ArticleIndex index) {
      return new Articles() {
        @Override
        public ArticleIndex.Page<ArticleRecord.Summary> latest(
            ListingId listing, LocalDate from, LocalDate to, @Nullable String cursor) {
          return index.latest(listing, from, to, 100, cursor);
        }

        @Override
        public Map<String, byte[]> findings(Collection<String> ids) {
          return index.findingsInTable(ids);
        }
      };
    }
  }

  ClaimedSessions(Articles articles) {
    this.articles = articles;
  }

  /** Those of some sessions of a listing that claims speak of. */
  Set<ListingSession> among(ListingId listing, NavigableSet<LocalDate> sessions) {
    Set<ListingSession> claimed = new TreeSet<>();
    LocalDate from = sessions.first().minusDays(ZONES);
    LocalDate to = sessions.last().plusDays(LATER_DAYS);
    @Nullable String cursor = null;
    do {
      var page = articles.latest(listing, from, to, cursor);
      Map<String, byte[]> findings =
          articles.findings(page.items().stream().map(ArticleRecord.Summary::id).toList());
      for (ArticleRecord.Summary article : page.items()) {
        byte[] found = findings.get(article.id());
        List<LocalDate> days = found == null ? around(article, sessions) : sessions(found, listing);
        days.stream()
            .filter(sessions::contains)
            .forEach(day -> claimed.add(new ListingSession(listing, day)));
      }
      cursor = claimed.size() == sessions.size() ? null : page.next();
    } while (cursor != null);
    return claimed;
  }

  private static List<LocalDate> around(
      ArticleRecord.Summary article, NavigableSet<LocalDate> sessions) {
    LocalDate day = LocalDate.parse(article.order().substring(0, 10));
    return List.copyOf(sessions.headSet(day, true).descendingSet()).stream().limit(2).toList();
  }

  private static List<LocalDate> sessions(byte[] packed, ListingId listing) {
    return Json.read(PackedFindings.unpack(packed)).at("claims").elements().stream()
        .filter(claim -> claim.at("listing").at("id").textOr("").equals(listing.toString()))
        .map(claim -> claim.at("basis").at("session"))
        .filter(Node::isPresent)
        .map(session -> LocalDate.parse(session.text()))
        .toList();
  }
}
