package io.quotemark.domain.verdict;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One place where needed prices can be had.
 *
 * @param name of the provider, or of the publisher's file
 * @param files addresses to download, each of what it holds; none where there is nothing to
 *     download
 * @param fields what it has of a session; empty where that is the holder's to say
 * @param todo one sentence: what to do to have it
 * @param terms what its use is bound to, null where that is the holder's to know
 */
public record EvidenceOffer(
    Kind kind,
    String name,
    List<Download> files,
    Set<EvidenceNeed.Field> fields,
    String todo,
    @Nullable String terms) {
  public enum Kind {
    /** A provider that is configured: fetched without anybody's doing, or at once on demand. */
    PROVIDER,
    /** A file of an exchange, a central bank or an authority, to be downloaded and dropped. */
    OFFICIAL_FILE,
    /** Any file with these prices that may be used. */
    OWN_FILE
  }

  /**
   * @param from first session that the file is asked for
   * @param to last session that the file is asked for
   */
  public record Download(String url, @Nullable LocalDate from, LocalDate to) {}

  public EvidenceOffer {
    files = List.copyOf(files);
    fields = Collections.unmodifiableSet(new TreeSet<>(fields));
  }
}
