package io.quotemark.reading.structured;

import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.structured.Fields.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an object says of an article, whatever its shape calls it: schema.org, news APIs, feeds.
 *
 * @param body its text or markup, what is said of it where it has none, null without either
 */
public record Metadata(
    @Nullable String title,
    List<String> authors,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String source,
    @Nullable String address,
    @Nullable String section,
    @Nullable String language,
    List<String> tickers,
    @Nullable String body) {
  private static final int MOST_TICKERS = 50;
  private static final Pattern BY = Pattern.compile("(?i)^by ");
  private static final Pattern TICKER = Pattern.compile("\\$?[A-Za-z0-9:.^=-]{1,20}");

  /** "… [+1234 chars]": a text that its API cuts off. */
  private static final Pattern CUT = Pattern.compile("\\[\\+\\d{1,9} chars]$");

  public Metadata {
    authors = List.copyOf(authors);
    tickers = List.copyOf(tickers);
  }

  public static Metadata of(Map<?, ?> object) {
    Fields fields = new Fields(object);
    return new Metadata(
        fields.text(Part.TITLE),
        authors(fields.first(Part.AUTHORS)),
        fields.text(Part.PUBLISHED),
        fields.text(Part.MODIFIED),
        fields.text(Part.SOURCE),
        fields.text(Part.ADDRESS),
        fields.text(Part.SECTION),
        fields.text(Part.LANGUAGE),
        tickers(fields),
        body(fields));
  }

  /** The same with every text changed; what is blank then counts as not said. */
  public Metadata map(UnaryOperator<String> change) {
    return new Metadata(
        changed(title, change),
        authors.stream().map(change).filter(author -> !author.isBlank()).toList(),
        changed(published, change),
        changed(modified, change),
        changed(source, change),
        changed(address, change),
        changed(section, change),
        changed(language, change),
        tickers,
        changed(body, change));
  }

  private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
    String out = text == null ? "" : change.apply(text);
    return out.isBlank() ? null : out;
  }

  /** Whether it has what an article has: a title, and a text or a time. */
  public boolean speaksOfAnArticle() {
    return title != null && (body != null || published != null);
  }

  /** The same, with what the list that it stands in says of all its articles. */
  public Metadata in(@Nullable String listSource, @Nullable String listLanguage) {
    return new Metadata(
        title,
        authors,
        published,
        modified,
        source == null ? listSource : source,
        address,
        section,
        language == null ? listLanguage : language,
        tickers,
        body);
  }

  private static @Nullable String body(Fields fields) {
    String text = fields.text(Part.BODY);
    Matcher cut = CUT.matcher(text == null ? "" : text);
    boolean whole = !cut.find();
    if (text != null && whole) {
      return text;
    }
    List<String> said = new ArrayList<>();
    if (text != null) {
      said.add(withoutDots(text.substring(0, cut.start()).stripTrailing()).stripTrailing() + "…");
    }
    for (Object value : fields.all(Part.SUMMARY).values()) {
      Optional.ofNullable(Fields.text(value))
          .filter(one -> said.stream().noneMatch(other -> repeats(other, one)))
          .ifPresent(said::add);
    }
    return said.isEmpty() ? null : String.join("\n\n", said);
  }

  private static String withoutDots(String text) {
    int dots = text.endsWith("...") ? 3 : text.endsWith("…") ? 1 : 0;
    return text.substring(0, text.length() - dots);
  }

  /** Summaries are often a text's own beginning. */
  private static boolean repeats(String other, String one) {
    String beginning = one.substring(0, Math.min(one.length(), 60));
    return other.contains(beginning)
        || one.startsWith(other.substring(0, Math.min(other.length(), 60)));
  }

  private static List<String> authors(@Nullable Object value) {
    List<String> out = new ArrayList<>();
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    for (Object one : all) {
      String text = Fields.text(one);
      if (text != null) {
        out.addAll(Bylines.declared(BY.matcher(text).replaceFirst("")));
      }
    }
    return out.stream().distinct().toList();
  }

  /** Of the first of its lists that has any. */
  private static List<String> tickers(Fields fields) {
    for (Map.Entry<String, Object> named : fields.all(Part.TICKERS).entrySet()) {
      List<String> out = new ArrayList<>();
      List<?> all =
          named.getValue() instanceof List<?> list
              ? list
              : named.getValue() instanceof String text
                  ? List.of(text.split("[,\\s]+", MOST_TICKERS))
                  : List.of();
      for (Object one : all) {
        String text = ticker(one, named.getKey());
        if (text != null && TICKER.matcher(text).matches()) {
          out.add(text.toUpperCase(Locale.ROOT));
        }
      }
      if (!out.isEmpty()) {
        return out.stream().distinct().limit(MOST_TICKERS).toList();
      }
    }
    return List.of();
  }

  /** Where entries are objects, those of "stocks" are called by their ticker, others by a name. */
  private static @Nullable String ticker(Object entry, String list) {
    if (!(entry instanceof Map<?, ?> object)) {
      return Fields.text(entry);
    }
    Fields fields = new Fields(object);
    String ticker = fields.text(Part.TICKER);
    return ticker == null && list.equals("stocks") ? fields.text(Part.INNER) : ticker;
  }
}
