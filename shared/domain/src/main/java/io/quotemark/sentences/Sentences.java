package io.quotemark.sentences;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says verdicts in one language of readers. Immutable; the data of a language is read once, when it
 * is first asked for.
 */
public final class Sentences {
  private static final Map<String, Sentences> READ = new ConcurrentHashMap<>();

  private final Wordbook book;

  private Sentences(Wordbook book) {
    this.book = book;
  }

  /**
   * What the deciding reason says, in parts.
   *
   * @param claimed the words of the article
   * @param prices what the prices show; null where the sentence names none
   * @param when the trading day that decided; null where none did
   * @param why the verdict is what it is
   */
  public record Parts(String claimed, @Nullable String prices, @Nullable String when, String why) {}

  /** The languages there are, the first one for whoever asks for none: code, and own name. */
  public static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    for (List<String> cells : ShippedLines.cells(Sentences.class, "languages.tsv")) {
      languages.put(cells.get(0), cells.get(1));
    }
    return languages;
  }

  /** In the language of whoever asks for none. */
  public static Sentences first() {
    return of(languages().keySet().iterator().next());
  }

  /**
   * @param language one of {@link #languages}
   * @throws IllegalStateException where there are no sentences in that language
   */
  public static Sentences of(String language) {
    Sentences read = READ.get(language);
    if (read == null) {
      read = new Sentences(Wordbook.of(language));
      READ.put(language, read);
    }
    return read;
  }

  /** The code of the language, as in {@link #languages}. */
  public String language() {
    return book.language();
  }

  Wordbook book() {
    return book;
  }

  /** What people call an outcome: {@code Roughly right}. */
  public String verdict(Verdict.Outcome outcome) {
    return book.word("verdict." + lower(outcome));
  }

  /** A verdict's name, with why it cannot be checked where that is so. */
  public String verdict(Verdict verdict) {
    String name = verdict(verdict.outcome());
    Verdict.Unverifiable code = verdict.code();
    return code == null
        ? name
        : book.word("verdict.because").replace("{verdict}", name).replace("{why}", why(code));
  }

  /** What an outcome means, in a sentence. */
  public String meaning(Verdict.Outcome outcome) {
    return book.word("meaning." + lower(outcome));
  }

  /** What people call a flag: {@code Out of date when published}. */
  public String flag(Verdict.Flag flag) {
    return book.word("flag." + lower(flag));
  }

  /** What a flag means, in a sentence. */
  public String meaning(Verdict.Flag flag) {
    return book.word("meaning." + lower(flag));
  }

  /** Why claims cannot be checked, in a few words: {@code no prices}. */
  public String why(Verdict.Unverifiable code) {
    return book.word("why." + lower(code));
  }

  /** The same in a sentence. */
  public String meaning(Verdict.Unverifiable code) {
    return book.word("meaning." + lower(code));
  }

  /** A word of the pages and the terminal that belongs to verdicts, such as {@code correction}. */
  public String word(String key) {
    return book.word("word." + key);
  }

  /** How prices are compared: {@code closes with closes}; another name than ours as it is. */
  public String basis(String name) {
    String words = book.wordOrNull("basis." + name);
    return words == null ? name : words;
  }

  /**
   * A price of the claim's listing, in the unit that its article quotes in: {@code HK$139.40},
   * {@code 395p}.
   *
   * @param currency ISO 4217, null of an index or a pair of currencies
   */
  public String price(Claim claim, @Nullable String currency, BigDecimal amount) {
    return new Figures(book, claim, currency).price(amount, null);
  }

  /** The claim's own figure as its article has it, a move without its direction; null without. */
  public @Nullable String figure(Claim claim, @Nullable String currency) {
    return new Figures(book, claim, currency).printed();
  }

  /** {@code 11 March 2025}. */
  public String day(LocalDate day) {
    return new Times(book).day(day);
  }

  /** Whether there is a sentence of the key. */
  public boolean has(String key) {
    return book.sentence(key) != null;
  }

  /** The reasons of a verdict, the deciding one first. */
  public List<String> reasons(CheckedClaim checked) {
    List<String> sentences = new ArrayList<>();
    for (Reason reason : checked.verdict().reasons()) {
      String sentence = sentence(checked, reason);
      if (!sentences.contains(sentence)) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /** The deciding reason; what the outcome means where a verdict has none. */
  public String reason(CheckedClaim checked) {
    List<Reason> reasons = checked.verdict().reasons();
    return reasons.isEmpty()
        ? meaning(checked.verdict().outcome())
        : sentence(checked, reasons.getFirst());
  }

  /** What was likely meant instead; null where nothing is known of that. */
  public @Nullable String repair(CheckedClaim checked) {
    Reason repair = checked.verdict().repair();
    return repair == null ? null : capital(whole(checked, repair));
  }

  /**
   * What an editor can print to correct the article: what it said, and what is right; null where
   * the claim is neither contradicted nor doubtful.
   */
  public @Nullable String correction(CheckedClaim checked) {
    Verdict verdict = checked.verdict();
    boolean failed =
        verdict.outcome() == Verdict.Outcome.CONTRADICTED
            || verdict.outcome() == Verdict.Outcome.DOUBTFUL;
    if (!failed || verdict.reasons().isEmpty()) {
      return null;
    }
    Reason reason = verdict.reasons().getFirst();
    Wordbook.Sentence known = book.sentence(reason.key());
    String right =
        known == null || known.corrected().isEmpty()
            ? sentence(checked, reason)
            : capital(fill(checked, reason, known.corrected()));
    return book.word("correction")
        .replace("{quote}", checked.claim().at().text().replaceAll("\\s+", " "))
        .replace("{right}", right);
  }

  /** The deciding reason in parts; empty parts where a verdict has no reason. */
  public Parts parts(CheckedClaim checked) {
    String claimed = checked.claim().at().text().replaceAll("\\s+", " ");
    String when = new ClaimPlaces(book, checked, Map.of()).written("day");
    List<Reason> reasons = checked.verdict().reasons();
    String meaning = meaning(checked.verdict().outcome());
    Wordbook.Sentence known = reasons.isEmpty() ? null : book.sentence(reasons.getFirst().key());
    if (known == null) {
      return new Parts(claimed, null, when, reason(checked).isEmpty() ? meaning : reason(checked));
    }
    Reason reason = reasons.getFirst();
    String prices = fill(checked, reason, known.prices());
    String why = fill(checked, reason, known.why());
    return new Parts(
        claimed,
        prices.isEmpty() ? null : capital(prices.replaceFirst("^[:;,.]?\\s*", "")),
        when,
        why.isEmpty() ? meaning : capital(closed(why)));
  }

  private String sentence(CheckedClaim checked, Reason reason) {
    return capital(closed(whole(checked, reason)));
  }

  private String whole(CheckedClaim checked, Reason reason) {
    Wordbook.Sentence known = book.sentence(reason.key());
    if (known == null) {
      return reason.isFinished()
          ? String.valueOf(reason.facts().get(reason.key()))
          : meaning(checked.verdict().outcome());
    }
    return fill(checked, reason, known.why() + known.prices());
  }

  private String fill(CheckedClaim checked, Reason reason, String template) {
    try {
      return Template.fill(template, new ClaimPlaces(book, checked, reason.facts()));
    } catch (Template.Empty unknown) {
      // stored by a build whose reason had other facts: the outcome is all that is certain
      return meaning(checked.verdict().outcome());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String closed(String text) {
    return text.isEmpty() || ".?!".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }

  private static String capital(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
