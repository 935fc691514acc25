package io.quotemark.reading.html;

import io.quotemark.reading.structured.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page that scripts build in the browser, off the JSON they build it from: the
 * list of paragraphs with the most text, or the longest markup. A paragraph is an object that says
 * so of itself, as editors' formats do (Contentful, Portable Text, ProseMirror), or a long text.
 */
final class ScriptText {
  private static final int SHORTEST_SCRIPT = 1_000;
  private static final int LONGEST_SCRIPT = 5_000_000;

  /** From this length on a text is prose by itself. */
  private static final int PROSE = 120;

  private static final int SHORTEST_MARKUP = 400;

  /** {@code window.__STATE__ = {…};} */
  private static final Pattern ASSIGNED =
      Pattern.compile("^\\s*(?:window\\.|var |const |let )[\\w.$]{1,60}\\s*=\\s*(?=[{\\[])");

  private static final Set<String> TYPES = Set.of("type", "_type", "nodetype", "tag", "tagname");
  private static final Set<String> PARAGRAPHS =
      Set.of("paragraph", "p", "block", "heading", "h2", "h3", "h4", "listitem", "list-item", "li");
  private static final List<String> TEXTS =
      List.of("content", "children", "nodes", "value", "text", "html");

  private static final int PROBE = 40;

  private final List<String> probes;
  private List<String> best = List.of();
  private int most;

  private ScriptText(List<String> probes) {
    this.probes = probes;
  }

  /**
   * Paragraphs in order; none where no script holds any.
   *
   * @param shown what the page itself shows of the article: where that is more than a few words, a
   *     script's text must hold some of it
   */
  static List<String> of(List<Element> scripts, List<String> shown) {
    ScriptText text =
        new ScriptText(
            shown.stream()
                .map(ScriptText::letters)
                .filter(block -> block.length() >= PROBE)
                .map(block -> block.substring(0, PROBE))
                .toList());
    for (Element script : scripts) {
      String data = script.data();
      String type = script.attr("type").toLowerCase(Locale.ROOT);
      if (data.length() >= SHORTEST_SCRIPT && data.length() <= LONGEST_SCRIPT) {
        json(data, type.contains("json")).ifPresent(tree -> text.walk(tree, new ArrayList<>()));
      }
    }
    return text.best;
  }

  private static Optional<Object> json(String data, boolean declared) {
    if (declared) {
      return JsonTree.read(data.strip());
    }
    Matcher assigned = ASSIGNED.matcher(data);
    if (!assigned.find()) {
      return Optional.empty();
    }
    String value = data.substring(assigned.end()).strip();
    return JsonTree.read(value.endsWith(";") ? value.substring(0, value.length() - 1) : value);
  }

  /** Walks through a value; its paragraphs go into the list that it stands in. */
  private void walk(@Nullable Object value, List<String> into) {
    switch (value) {
      case List<?> list -> {
        List<String> own = new ArrayList<>();
        list.forEach(one -> walk(one, own));
        take(own);
      }
      case Map<?, ?> object when paragraph(object) -> {
        StringBuilder text = new StringBuilder();
        words(object, text);
        add(text.toString(), into);
      }
      case Map<?, ?> object -> object.values().forEach(one -> walk(one, into));
      case String text when text.length() >= SHORTEST_MARKUP && text.contains("</p>") ->
          take(
              Jsoup.parseBodyFragment(text).select("p, h2, h3, h4, li").stream()
                  .map(Element::text)
                  .filter(block -> !block.isBlank())
                  .toList());
      case String text when text.length() >= PROSE && text.indexOf(' ') > 0 -> add(text, into);
      case null, default -> {}
    }
  }

  private static boolean paragraph(Map<?, ?> object) {
    for (Map.Entry<?, ?> field : object.entrySet()) {
      if (field.getValue() instanceof String said
          && TYPES.contains(String.valueOf(field.getKey()).toLowerCase(Locale.ROOT))
          && PARAGRAPHS.contains(said.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static void words(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case String text -> out.append(text);
      case List<?> list -> list.forEach(one -> words(one, out));
      case Map<?, ?> object -> {
        for (String name : TEXTS) {
          if (object.get(name) != null) {
            words(object.get(name), out);
            return;
          }
        }
      }
      case null, default -> {}
    }
  }

  private static void add(String text, List<String> into) {
    String plain =
        text.indexOf('<') >= 0 || text.indexOf('&') >= 0
            ? Jsoup.parseBodyFragment(text).text()
            : String.join(" ", text.strip().split("\\s+", -1));
    if (!plain.isBlank()) {
      into.add(plain);
    }
  }

  private void take(List<String> paragraphs) {
    int length = paragraphs.stream().mapToInt(String::length).sum();
    if (length > most && told(paragraphs)) {
      most = length;
      best = List.copyOf(paragraphs);
    }
  }

  private boolean told(List<String> paragraphs) {
    return probes.isEmpty()
        || paragraphs.stream()
            .map(ScriptText::letters)
            .anyMatch(block -> probes.stream().anyMatch(block::startsWith));
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
