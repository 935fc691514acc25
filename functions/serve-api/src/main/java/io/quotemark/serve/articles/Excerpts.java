package io.quotemark.serve.articles;

import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * An article cut down to the sentences that claims stand in, for readers who may not have its text:
 * quotations as short as the proof allows.
 */
public final class Excerpts {
  /** Code points shown of a sentence on either side of a claim, at most. */
  private static final int AROUND = 160;

  /** Chars beyond what may be shown that are looked at for where a sentence begins or ends. */
  private static final int CONTEXT = 200;

  private Excerpts() {}

  /** The excerpts as the article's text, one a paragraph, with the claims placed in them. */
  public static CheckedArticle of(CheckedArticle checked) {
    String text = checked.article().text();
    Offsets offsets = new Offsets(text);
    TreeMap<Integer, Integer> ranges = new TreeMap<>();
    for (CheckedClaim claim : checked.claims()) {
      Span at = claim.claim().at();
      if (at.in() == Span.Part.TEXT) {
        int from = offsets.charIndex(at.start());
        int to = offsets.charIndex(at.end());
        merge(ranges, sentenceStart(text, from), sentenceEnd(text, to));
      }
    }
    StringBuilder excerpts = new StringBuilder();
    TreeMap<Integer, Integer> moved = new TreeMap<>(); // start in the text to start in the excerpts
    ranges.forEach((from, to) -> {
      excerpts.append(excerpts.isEmpty() ? "" : "\n\n").append(from == 0 ? "" : "… ");
      moved.put(from, excerpts.length());
      excerpts.append(text, from, to).append(to == text.length() ? "" : " …");
    });
    return placed(checked, offsets, excerpts.toString(), moved);
  }

  private static CheckedArticle placed(
      CheckedArticle checked,
      Offsets offsets,
      String excerpts,
      NavigableMap<Integer, Integer> moved) {
    Offsets there = new Offsets(excerpts);
    List<CheckedClaim> claims = new ArrayList<>();
    for (CheckedClaim claim : checked.claims()) {
      Span at = claim.claim().at();
      if (at.in() != Span.Part.TEXT) {
        claims.add(claim);
        continue;
      }
      int from = offsets.charIndex(at.start());
      var range = moved.floorEntry(from);
      int start = there.codePoint(range.getValue() + from - range.getKey());
      Span span = new Span(at.in(), start, start + at.end() - at.start(), at.text());
      claims.add(new CheckedClaim(claim.claim().toBuilder().at(span).build(), claim.verdict()));
    }
    return checked.with(checked.article().with(excerpts, List.of()), claims);
  }

  private static void merge(NavigableMap<Integer, Integer> ranges, int from, int to) {
    int start = from;
    int end = to;
    var before = ranges.floorEntry(from);
    if (before != null && before.getValue() >= from) {
      start = before.getKey();
      end = Math.max(end, before.getValue());
    }
    for (var next = ranges.ceilingEntry(start);
        next != null && next.getKey() <= end;
        next = ranges.ceilingEntry(start)) {
      end = Math.max(end, next.getValue());
      ranges.remove(next.getKey());
    }
    ranges.put(start, end);
  }

  private static int sentenceStart(String text, int from) {
    int least = from;
    for (int i = 0; i < AROUND && least > 0; i++) {
      least = text.offsetByCodePoints(least, -1);
    }
    int begin = Math.max(0, least - CONTEXT);
    int end = Math.min(text.length(), from + CONTEXT);
    String around = text.substring(begin, end);
    int sentence = begin + sentences(around).preceding(from + 1 - begin);
    int paragraph = around.lastIndexOf("\n\n", from - begin);
    return Math.max(least, Math.max(sentence, paragraph < 0 ? 0 : begin + paragraph + 2));
  }

  private static int sentenceEnd(String text, int to) {
    int most = to;
    for (int i = 0; i < AROUND && most < text.length(); i++) {
      most = text.offsetByCodePoints(most, 1);
    }
    int begin = Math.max(0, to - CONTEXT);
    String around = text.substring(begin, Math.min(text.length(), most + CONTEXT));
    int sentence = to == text.length() ? to : begin + sentences(around).following(to - 1 - begin);
    int paragraph = around.indexOf("\n\n", to - begin);
    int end = Math.min(most, Math.min(sentence, paragraph < 0 ? text.length() : begin + paragraph));
    return to + text.substring(to, end).stripTrailing().length();
  }

  private static BreakIterator sentences(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    return sentences;
  }
}
