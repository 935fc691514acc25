package io.quotemark.market.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.sentences.NewsCases.Case;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What verdicts say, for people to read: {@code verdicts.LANGUAGE.txt} has what the judge says of
 * many made-up statements. {@code -Dquotemark.write=true} writes the files; read them then as an
 * editor would.
 */
class VerdictSentencesTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/quotemark/market/sentences");

  private static final List<Case> CASES = NewsCases.all();

  /** A code of ours, a listing's id, a date of programs, a place that was not filled in. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "[A-Z]+_[A-Z_]+|[a-z]+_[a-z]+|\\b\\w+/(?:close|high|low)\\b|\\b[A-Z]{4}:[A-Z0-9]+"
              + "|\\d{4}-\\d\\d-\\d\\d|[{}\\[\\]|]|\\bnull\\b|\\btape\\b|\\bbars?\\b"
              + "|\\bthe stored row of that day of\\b|  | [,.;:]|\\.\\.|,,|\\(\\)");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  static Stream<String> languages() {
    return Sentences.languages().keySet().stream();
  }

  private static CheckedClaim judged(Case one) {
    return MadeNews.judged(
            one.judge(),
            one.published(),
            one.tape(),
            one.claims().toArray(new io.quotemark.domain.claim.Claim[0]))
        .getFirst();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void verdicts_sayWhatTheFileShows(String language) throws IOException {
    String said = text(Sentences.of(language));
    Path file = FOLDER.resolve("verdicts." + language + ".txt");
    if (Boolean.getBoolean("quotemark.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, said);
    }
    assertThat(said)
        .as("after a change: -Dtest=VerdictSentencesTest -Dquotemark.write=true, then read it")
        .isEqualTo(Files.readString(file));
  }

  private static String text(Sentences sentences) {
    StringBuilder out = new StringBuilder();
    String heading = "";
    for (Case one : CASES) {
      if (!one.heading().equals(heading)) {
        heading = one.heading();
        out.append(out.isEmpty() ? "" : "\n").append("# ").append(heading).append("\n");
      }
      CheckedClaim claim = judged(one);
      Verdict verdict = claim.verdict();
      out.append("\n“").append(claim.claim().at().text()).append("”\n");
      out.append(sentences.verdict(verdict));
      verdict.flags().forEach(flag -> out.append(" · ").append(sentences.flag(flag)));
      out.append("\n");
      sentences.reasons(claim).forEach(reason -> out.append("  ").append(reason).append("\n"));
      line(out, sentences.word("likely"), sentences.repair(claim));
      line(out, sentences.word("correction"), sentences.correction(claim));
    }
    return out.toString();
  }

  private static void line(
      StringBuilder out, String label, @org.jspecify.annotations.Nullable String text) {
    if (text != null) {
      out.append("  ").append(label).append(": ").append(text).append("\n");
    }
  }

  @Test
  void cases_coverEveryKindOutcomeFlagAndCode() {
    Set<Enum<?>> seen = new java.util.HashSet<>();
    for (Case one : CASES) {
      CheckedClaim claim = judged(one);
      seen.add(claim.claim().kind());
      seen.add(claim.verdict().outcome());
      seen.addAll(claim.verdict().flags());
      if (claim.verdict().code() != null) {
        seen.add(claim.verdict().code());
      }
    }
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(60);
    assertThat(seen)
        .contains(io.quotemark.domain.claim.ClaimKind.values())
        .contains(Verdict.Outcome.values())
        .contains(Verdict.Unverifiable.values());
    List<Verdict.Flag> others =
        Stream.of(Verdict.Flag.values()).filter(flag -> !seen.contains(flag)).toList();
    assertThat(others)
        .as("given where odds are weighed or articles compared, not by a check")
        .isSubsetOf(Verdict.Flag.PROPAGATED, Verdict.Flag.SAMPLE_DATA);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentence_hasACodeOrAnInternalName(String language) {
    Sentences sentences = Sentences.of(language);
    for (Case one : CASES) {
      for (String sentence : all(sentences, judged(one))) {
        assertThat(sentence).doesNotContainPattern(INTERNAL);
      }
    }
  }

  /** Numbers are those of the article, of the prices, of days, or of a move between two prices. */
  @Test
  void noSentence_hasANumberThatNobodyPrinted() {
    Sentences sentences = Sentences.of("en");
    for (Case one : CASES) {
      CheckedClaim claim = judged(one);
      Set<String> known = PrintedNumbers.of(one, claim);
      for (String sentence : all(sentences, claim)) {
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
          assertThat(known).as(sentence).contains(number.group().replaceAll(",$", ""));
        }
      }
    }
  }

  private static List<String> all(Sentences sentences, CheckedClaim claim) {
    List<String> all = new ArrayList<>(sentences.reasons(claim));
    Stream.of(sentences.repair(claim), sentences.correction(claim))
        .filter(text -> text != null)
        .forEach(all::add);
    Sentences.Parts parts = sentences.parts(claim);
    Stream.of(parts.prices(), parts.when(), parts.why())
        .filter(text -> text != null)
        .forEach(all::add);
    return all;
  }

  @Test
  void everyReasonOfTheChecks_hasItsSentence() throws IOException {
    Pattern key = Pattern.compile("(?:Reason\\.of|\\.as|said)\\(\\s*\"([a-z_.]+[a-z])\"");
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher found = key.matcher(Files.readString(file));
        while (found.find()) {
          keys.add(found.group(1));
        }
      }
    }
    assertThat(keys).hasSizeGreaterThan(100);
    for (String one : keys) {
      boolean whole = Sentences.first().has(one);
      boolean byOutcome =
          Stream.of("agrees", "fails").anyMatch(end -> Sentences.first().has(one + "." + end));
      assertThat(whole || byOutcome).as(one).isTrue();
    }
  }
}
