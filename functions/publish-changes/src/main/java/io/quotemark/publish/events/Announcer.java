package io.quotemark.publish.events;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.rows.ClaimRow;
import io.quotemark.sentences.Sentences;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.TableChange;
import io.quotemark.storage.articles.TableChange.OfArticle;
import io.quotemark.storage.articles.TableChange.OfError;
import io.quotemark.storage.articles.TableChange.OfUpload;
import io.quotemark.storage.articles.TableChange.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes events of changes. The same change always makes the same events. */
public final class Announcer {
  /** More claims than this of one change are told by the article's counts alone. */
  static final int MOST_CLAIMS = 100;

  /** More articles than this with one wrong figure are not told one by one. */
  private static final int MOST_COPIES = 20;

  /** Letters of a reason, or of an upload's key, that are told. */
  private static final int MOST_LETTERS = 1_000;

  private final Function<String, Optional<byte[]>> objects;
  private final Function<String, List<Summary>> withError;
  private final @Nullable String pages;
  private final Sentences sentences = Sentences.first();

  /**
   * @param objects findings that lie in the bucket, by key; empty where they are gone
   * @param withError articles with a wrong figure, the earliest publication first
   * @param pages where people read, without a slash at its end; null where that is not known
   */
  public Announcer(
      Function<String, Optional<byte[]>> objects,
      Function<String, List<Summary>> withError,
      @Nullable String pages) {
    this.objects = objects;
    this.withError = withError;
    this.pages = pages;
  }

  /** As many articles with one wrong figure as are looked at. */
  public static int copies() {
    return MOST_COPIES + 1;
  }

  public List<Announcement> of(TableChange change) {
    return switch (change) {
      case OfArticle article -> ofArticle(article.before(), article.after());
      case OfUpload upload -> List.of(failed(upload));
      case OfError error -> propagated(error);
    };
  }

  private List<Announcement> ofArticle(@Nullable State before, @Nullable State after) {
    if (after == null) {
      return List.of(); // nothing of ours deletes one without a trace
    }
    boolean there = before != null && !before.removed();
    if (after.removed()) {
      return there && before != null ? List.of(removed(after)) : List.of();
    }
    if (before != null && there && isSame(before, after)) {
      return List.of(); // what readers see is the same
    }
    boolean sameText = there && before != null && before.version().equals(after.version());
    CheckedArticle now = findings(after).orElse(null);
    Map<String, Outcome> known = new HashMap<>();
    if (sameText && before != null) {
      findings(before)
          .ifPresent(
              then -> then.claims().forEach(c -> known.put(c.claim().id(), c.verdict().outcome())));
    }
    List<Announcement> events = new ArrayList<>();
    events.add(checked(after, now, there ? sameText ? "recheck" : "text" : "new"));
    if (now != null) {
      ofClaims(after, now, known, events);
    }
    return events;
  }

  private static boolean isSame(State before, State after) {
    return before.summary().updated().equals(after.summary().updated())
        && before.version().equals(after.version())
        && Arrays.equals(before.body(), after.body());
  }

  private void ofClaims(
      State after, CheckedArticle now, Map<String, Outcome> known, List<Announcement> events) {
    int told = 0;
    for (CheckedClaim claim : now.claims()) {
      Outcome is = claim.verdict().outcome();
      Outcome was = known.get(claim.claim().id());
      if (is == was) {
        continue;
      }
      if ((was != null || is == Outcome.CONTRADICTED) && told++ == MOST_CLAIMS) {
        return;
      }
      if (was != null) {
        events.add(ofClaim(Announcement.Type.VERDICT_CHANGED, after, now, claim, was));
      }
      if (is == Outcome.CONTRADICTED) {
        events.add(ofClaim(Announcement.Type.CLAIM_CONTRADICTED, after, now, claim, was));
      }
    }
  }

  /**
   * An article's findings. Those that lie in the bucket are the newest: where they are another
   * change's already, that change is told next.
   */
  private Optional<CheckedArticle> findings(State state) {
    byte[] body = state.body();
    String at = state.bodyAt();
    Optional<byte[]> packed =
        body != null ? Optional.of(body) : at == null ? Optional.empty() : objects.apply(at);
    return packed.map(bytes -> CheckedArticleJson.read(PackedFindings.unpack(bytes)));
  }

  private Announcement checked(State after, @Nullable CheckedArticle now, String cause) {
    Summary article = after.summary();
    return Announcement.of(
        Announcement.Type.ARTICLE_CHECKED,
        article.updated(),
        out -> {
          out.writeStringField("article_id", article.id());
          out.writeStringField("title", article.title());
          out.writeStringField("source", article.source());
          out.writeStringField("address", now == null ? null : now.article().address());
          out.writeStringField("language", article.language());
          out.writeStringField("published_at", article.published());
          out.writeStringField("updated_at", article.updated());
          out.writeStringField("version", after.version());
          out.writeStringField("cause", cause);
          texts(out, "listings", article.listings());
          out.writeObjectFieldStart("verdicts");
          for (Map.Entry<String, Integer> verdict : new TreeMap<>(article.verdicts()).entrySet()) {
            out.writeNumberField(verdict.getKey(), verdict.getValue());
          }
          out.writeEndObject();
          texts(out, "flags", article.flags());
          out.writeBooleanField("sample_data", article.sample());
          page(article.id(), out);
        },
        article.id(),
        article.updated(),
        after.version());
  }

  private static Announcement removed(State after) {
    Summary article = after.summary();
    return Announcement.of(
        Announcement.Type.ARTICLE_REMOVED,
        article.updated(),
        out -> {
          out.writeStringField("article_id", article.id());
          out.writeStringField("updated_at", article.updated());
          out.writeBooleanField("taken_down", after.takenDown());
        },
        article.id(),
        article.updated());
  }

  private Announcement ofClaim(
      Announcement.Type type,
      State after,
      CheckedArticle now,
      CheckedClaim claim,
      @Nullable Outcome was) {
    Summary article = after.summary();
    ClaimRow row =
        ClaimRow.of(
            new ClaimRow.Of(
                article.id(),
                article.title(),
                article.source(),
                article.published(),
                now.article().address(),
                article.updated()),
            claim,
            sentences);
    return Announcement.of(
        type,
        article.updated(),
        out -> {
          row.fields(out);
          out.writeStringField("was", was == null ? null : was.name().toLowerCase(Locale.ROOT));
          page(article.id(), out);
        },
        article.id(),
        after.version(),
        claim.claim().id(),
        claim.verdict().outcome().name(),
        article.updated());
  }

  private static Announcement failed(OfUpload upload) {
    return Announcement.of(
        Announcement.Type.UPLOAD_FAILED,
        upload.time(),
        out -> {
          out.writeStringField("key", cut(upload.key()));
          out.writeStringField("status", upload.status().toLowerCase(Locale.ROOT));
          texts(out, "reasons", upload.reasons().stream().map(Announcer::cut).toList());
          out.writeNumberField("size", upload.size());
          out.writeStringField("uploaded_at", upload.time());
        },
        upload.key(),
        upload.sequencer(),
        upload.time(),
        String.join("\n", upload.reasons()));
  }

  /**
   * The article copied the figure from the earliest that has it; where it is itself the earliest,
   * the others copied it.
   */
  private List<Announcement> propagated(OfError error) {
    List<Summary> all = withError.apply(error.error());
    if (all.isEmpty()) {
      return List.of(); // it was taken back meanwhile
    }
    Summary first = all.getFirst();
    String id = error.article().id();
    if (!first.id().equals(id)) {
      return List.of(propagated(error.error(), error.article(), first));
    }
    return all.stream()
        .skip(1)
        .filter(later -> !later.id().equals(id))
        .limit(MOST_COPIES)
        .map(later -> propagated(error.error(), later, first))
        .toList();
  }

  private Announcement propagated(String error, Summary later, Summary first) {
    String[] parts = error.split("#", -1);
    return Announcement.of(
        Announcement.Type.ERROR_PROPAGATED,
        later.updated(),
        out -> {
          out.writeStringField("article_id", later.id());
          out.writeStringField("title", later.title());
          out.writeStringField("source", later.source());
          out.writeStringField("published_at", later.published());
          out.writeStringField("updated_at", later.updated());
          out.writeStringField("listing", parts[0]);
          out.writeStringField("kind", parts.length > 1 ? parts[1] : null);
          out.writeStringField("value", parts.length > 2 ? parts[2] : null);
          out.writeStringField(
              "session", parts.length > 3 && !parts[3].equals("-") ? parts[3] : null);
          out.writeObjectFieldStart("first");
          out.writeStringField("article_id", first.id());
          out.writeStringField("title", first.title());
          out.writeStringField("source", first.source());
          out.writeStringField("published_at", first.published());
          out.writeEndObject();
          page(later.id(), out);
        },
        error,
        later.id(),
        first.id());
  }

  private void page(String articleId, JsonGenerator out) throws IOException {
    if (pages != null) {
      out.writeStringField("page", pages + "/articles/" + articleId);
    }
  }

  private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private static String cut(String text) {
    return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
  }
}
