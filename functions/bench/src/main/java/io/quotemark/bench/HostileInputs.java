package io.quotemark.bench;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Inputs made to take long, by name: each is made in about the length that is asked for. */
final class HostileInputs {
  private static final String OPEN = "<html><body>";
  private static final String CLAIM = "Alibaba shares rose 5% to $139.40 on Monday. ";
  private static final String MARK = "\u0301";

  /** Characters and sequences that take no space or form one sign, by name. */
  private static final Map<String, String> INVISIBLE =
      Map.of(
          "zero-width joiners", "\u200D",
          "zero-width non-joiners", "\u200C",
          "soft hyphens", "\u00AD",
          "direction marks", "\u200F",
          "direction overrides", "\u202E",
          "variation selectors", "\uFE0F",
          "joined letters", "\u0646\u200C",
          "emoji sequences", "\uD83D\uDC69\u200D\uD83D\uDE80",
          "marks of a script", "\u0915\u094D\u200D");

  private HostileInputs() {}

  /** Documents as they are dropped, of all formats. */
  static Map<String, IntFunction<String>> documents() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.putAll(pages());
    out.putAll(structured());
    out.put("one line", of("", "word "));
    out.put("dates", of("", "4 March 2025, 3:05 pm ET "));
    out.put("dates, a line each", of("", "4 March 2025, 3:05 pm ET\n"));
    out.put("bylines", of("", "By Ann Lee\n"));
    out.put("bylines of many people", numbered("", "By Ann L", "\n", true));
    out.put("blanks", of("x", " \n"));
    out.put("brackets of links", of("", "[a](b"));
    out.put("lines of one letter", of("", "a\n"));
    out.put("paragraphs of one letter", of("", "a\n\n"));
    out.put("lines that break off", of("", "The maker of lamps said on Monday that its shares,\n"));
    out.put("tickers, a line each", of("Title of it\n", "AAPL +1%\n"));
    out.put("unclosed Markdown", of("", "**a __b ![c "));
    return out;
  }

  private static Map<String, IntFunction<String>> pages() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put("nested divs", of(OPEN, "<div>"));
    out.put("nested bold", of(OPEN + "<p>", "<b>a "));
    out.put("nested tables", of(OPEN, "<table><tr><td>"));
    out.put("nested rows", of(OPEN, "<table><tr><td>a<td>"));
    out.put("nested bylines", of(OPEN, "<div class='byline date'>x "));
    out.put("nested dates around a text", around("<div class=date>", CLAIM));
    out.put("nested lists around a text", around("<ul><li>a<li>b<li>", CLAIM));
    out.put("nested times", of(OPEN, "<time>x "));
    out.put("paragraphs", of(OPEN, "<p>Shares rose 4% to $12 on Monday, it said.</p>"));
    out.put("one paragraph", of(OPEN + "<p>", "Shares rose 4% to $12 on Monday. "));
    out.put("line breaks", of(OPEN, "a<br><br>"));
    out.put("list of links", of(OPEN + "<ul>", "<li><a href=x>Title</a><p>few words</p></li>"));
    out.put("cells of one row", of(OPEN + "<table><tr>", "<td>a</td>"));
    out.put("open brackets", of(OPEN, "<"));
    out.put("entities", of(OPEN + "<p>", "&amp"));
    out.put("entities of marks", of(OPEN + "<p>A", "&#x301;"));
    out.put("a class of many names", of(OPEN + "<div class='", "sidebar "));
    out.put("many attributes", numbered(OPEN + "<p ", "a", "=b ", false));
    out.put("authors' links", numbered(OPEN, "<a rel=author>Ann L", "</a>", true));
    out.put("many headings", of(OPEN, "<h1>Shares rise</h1>"));
    out.put("a long title", of("<html><head><title>", "a - b | "));
    out.put("a comment in JSON-LD", script("{\"a\":1}-->", " ", "x"));
    out.put("a declared body that repeats", HostileInputs::declaredBody);
    out.put("preformatted blanks", of(OPEN + "<pre>", "\n \t "));
    return out;
  }

  private static Map<String, IntFunction<String>> structured() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put("nested objects", of("", "{\"data\":"));
    out.put("a language of many parts", value("language", "-aaaa"));
    out.put("a title of claims", value("title", "Alibaba rose 5% "));
    out.put("a date of many", value("date", "4 March 2025 "));
    out.put("an author of blanks", value("author", " \\t"));
    out.put("an author without blanks", value("author", "a@"));
    out.put("a body of blanks", value("body", " "));
    out.put("entries of a feed", of("<?xml version='1.0'?><rss><channel>", "<item>"));
    out.put("nested entries", of("<?xml version='1.0'?><rss><channel>", "<item><description>a"));
    out.put("nested news items", of("<?xml version='1.0'?><newsMessage>", "<newsItem><p>a"));
    out.put("an author in a feed", of("<?xml version='1.0'?><rss><channel><item><author>", "a@"));
    out.put(
        "parts of a message",
        of("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n"));
    out.put(
        "parts inside parts of a message",
        of("From: a@b\nMessage-ID: a\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n"));
    out.put(
        "encoded words of a message", of("Message-ID: a\nFrom: a\nSubject: ", "=?utf-8?Q?a?= "));
    out.put("headers of a message", of("From: a@b\n", "X-A: b\n"));
    out.put("a folded header", of("Message-ID: a\nFrom: a\n", " b\n"));
    out.put("a sender in brackets", of("Message-ID: a\nFrom: a", "<"));
    out.put("encoded words", of("Message-ID: a\nFrom: a\nSubject: ", "=?utf-8?Q?a?= "));
    return out;
  }

  /** Texts in which claims are looked for; read as page copy as well. */
  static Map<String, IntFunction<String>> texts(Securities securities) {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put(
        "claims",
        of(
            "",
            "Alibaba's Hong Kong-listed shares rose 0.7% to HK$139.40, their highest since November 2021. "));
    out.put(
        "one sentence",
        of("", "Alibaba shares rose 0.7% to HK$139.40 and Tencent fell 2.3 percent and "));
    out.put("claims in Chinese", of("", "阿里巴巴股价涨0.7%至139.4港元"));
    out.put("marks on a letter", of(CLAIM + "A", MARK));
    out.put("marks on letters", of(CLAIM, "AAPL" + MARK.repeat(30) + ".O "));
    INVISIBLE.forEach((name, one) -> {
      out.put(name, of(CLAIM, one));
      out.put(name + " between digits", of(CLAIM, "1" + one));
    });
    out.putAll(figures());
    out.putAll(words());
    out.put("companies", names(securities, issuer -> issuer.name() + " shares rose 5%. "));
    out.put("companies in a list", names(securities, issuer -> issuer.name() + ", "));
    return out;
  }

  private static Map<String, IntFunction<String>> figures() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put("digits", of("", "1234567890"));
    out.put("groups of digits", of("", "123 456 789 "));
    out.put("digits and commas", of("", "1,"));
    out.put("digits and points", of("", "1."));
    out.put("digits and blanks", of("", "1 "));
    out.put("digits and apostrophes", of("", "1'"));
    out.put("thousands", of("1", ",000"));
    out.put("ranges", of("", "1-"));
    out.put("fractions", of("", "1/"));
    out.put("money", of("", "$1 "));
    out.put("dollar signs", of("", "$"));
    out.put("percentages", of("", "1% "));
    out.put("percent signs", of("", "%"));
    out.put("number words", of("", "three hundred and forty "));
    out.put("numbers and scales", of("", "1 million billion "));
    out.put("times", of("", "since November 2021 "));
    return out;
  }

  private static Map<String, IntFunction<String>> words() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put("names", of("", "Foo Bar "));
    out.put("one company", of("", "Apple "));
    out.put("open tickers", of("", "(NASDAQ: "));
    out.put("tickers", of("", "(NASDAQ: AAPL) "));
    out.put("codes", of("", "AAPL.O "));
    out.put("colons", of("", "AB:"));
    out.put("capitals", of("", "A"));
    out.put("pronouns", of("", "its shares and "));
    out.put("full stops", of("", ".A"));
    out.put("initials", of("", "A."));
    out.put("words of one letter", of("", "a "));
    out.put("one word", of(CLAIM.strip(), "a"));
    out.put("a word in a claim", of("Alibaba shares rose 5% to $139 as 6%, 7%, 8% ", "a"));
    out.put("open brackets", of(CLAIM, "("));
    out.put("brackets and verbs", of("", "up (rose 3 % ($1 (-2%, "));
    out.put(
        "one sentence of extremes",
        of("", "Alibaba rose 2.4 percent to $41.20, the highest since May 2019, and "));
    out.put("nested brackets", of(CLAIM, "(a [b "));
    out.put("closing brackets", of(CLAIM, ")"));
    out.put("quotes", of(CLAIM, "\" "));
    out.put("typographic quotes", of(CLAIM, "“a ‘b "));
    out.put("dashes", of(CLAIM, "- "));
    out.put("long dashes", of(CLAIM, "—"));
    out.put("commas", of(CLAIM, "a, "));
    out.put("addresses", of(CLAIM, "https://a.example/b?c=d&e=f.O "));
    out.put("one address", of(CLAIM + "https://a.example/", "a/b.c-"));
    out.put("blanks in a line", of(CLAIM + "x", " "));
    out.put("claims about one company", of("", CLAIM));
    out.put("claims without a full stop", of("", "Alibaba rose 5% "));
    out.put("claims about nobody", of("", "Shares fell 1% "));
    out.put("verbs", of("", "rose fell "));
    out.put("levels", of("", "to $5 "));
    out.put("extremes", of("", "its highest since its lowest "));
    return out;
  }

  /** Answers of an assistant: tables, lists, labels, JSON. */
  static Map<String, IntFunction<String>> answers() {
    Map<String, IntFunction<String>> out = new LinkedHashMap<>();
    out.put("rows of a table", of("| Company | Close |\n|---|---|\n", "| Nvidia | $118.42 |\n"));
    out.put("cells of a row", of("| a |\n|---|\n|", " $1.20 |"));
    out.put("heads of tables", of("", "| Close | Change |\n"));
    out.put("lines between rows", of("", "|---|---|\n"));
    out.put("rows of columns", of("Company  Close\n", "Nvidia  118.42\n"));
    out.put("rows of commas", of("", "a,b,c\n"));
    out.put("one row of commas", of("a", ",b"));
    out.put("rows of figures and commas", of("Date,Open,Close\n", "2025-03-11,1.20,1.30\n"));
    out.put("quotations in quotations", of("", "> "));
    out.put("items in items", of("", "- "));
    out.put("numbered items", of("", "1. "));
    out.put("labels", of("", "Last close: $130.28\n"));
    out.put("labels in a line", of("", "Last close: $130.28; "));
    out.put("a label without a figure", of("Last ", "close "));
    out.put("a label of many figures", of("Last close: ", "$1 "));
    out.put("cards", of("", "NVDA 118.42 +1.2%\n"));
    out.put("cards in a line", of("", "NVDA 118.42 +1.2% "));
    out.put("names in a line", of("", "Nvidia "));
    out.put("dates in a line", of("", "2025-03-11 "));
    out.put("words of grammar", of("", "of the "));
    out.put("sentences", of("", "Nvidia closed at $118.42 on Tuesday. "));
    out.put("sentences in a line with a date", of("2025-03-11 ", "Nvidia closed at $118.42. "));
    out.put("claims about nobody", of("", "Shares fell 1% "));
    out.put("objects of JSON", of("[", "{\"symbol\": \"NVDA\", \"close\": 1.20},\n"));
    out.put("nested objects of JSON", of("", "{\"a\":\n"));
    out.put("fields of JSON", numbered("{", "\"close", "\": 1.20,", true));
    out.put("a name in JSON without end", of("{\"", "close "));
    return out;
  }

  /** An opening, followed by one unit again and again. */
  private static IntFunction<String> of(String opening, String unit) {
    return n -> opening + unit.repeat(Math.max(1, n / unit.length()));
  }

  private static IntFunction<String> numbered(
      String opening, String before, String after, boolean letters) {
    return n -> {
      StringBuilder out = new StringBuilder(n + 100).append(opening);
      for (int i = 0; out.length() < n; i++) {
        out.append(before).append(letters ? letters(i) : String.valueOf(i)).append(after);
      }
      return out.toString();
    };
  }

  private static String letters(int number) {
    StringBuilder out = new StringBuilder();
    for (int left = number; left > 0; left /= 26) {
      out.append((char) ('a' + left % 26));
    }
    return out.toString();
  }

  /** A text deep inside elements, of which the parser allows some hundreds. */
  private static IntFunction<String> around(String element, String text) {
    return n -> OPEN + element.repeat(500) + text.repeat(Math.max(1, n / text.length()));
  }

  private static IntFunction<String> value(String name, String unit) {
    return n ->
        "{\"web_title\":\"Shares rise\",\"text\":\"%s\",\"%s\":\"x%sx\"}"
            .formatted(CLAIM.repeat(5), name, unit.repeat(Math.max(1, n / unit.length())));
  }

  private static IntFunction<String> script(String opening, String unit, String end) {
    return n ->
        "<html><head><script type='application/ld+json'>"
            + opening
            + unit.repeat(Math.max(1, n / unit.length()))
            + end
            + "</script></head><body><p>"
            + CLAIM.repeat(5);
  }

  private static String declaredBody(int characters) {
    String declared = "a".repeat(Math.min(190_000, characters / 2));
    String paragraph = "<p>" + "a".repeat(58) + "b</p>";
    return script(
                "{\"@type\":\"NewsArticle\",\"headline\":\"Shares rise\",\"articleBody\":\"",
                declared,
                "\"}")
            .apply(declared.length())
        + paragraph.repeat(Math.max(1, characters / 2 / paragraph.length()));
  }

  private static IntFunction<String> names(
      Securities securities, java.util.function.Function<Issuer, String> sentence) {
    return n -> {
      List<String> all =
          securities.issuers().stream()
              .map(sentence)
              .collect(Collectors.toCollection(ArrayList::new));
      StringBuilder out = new StringBuilder(n + 100);
      for (int i = 0; out.length() < n; i++) {
        out.append(all.get(i % all.size()));
      }
      return out.toString();
    };
  }
}
