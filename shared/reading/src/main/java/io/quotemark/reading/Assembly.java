package io.quotemark.reading;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.reading.dates.Places;
import io.quotemark.reading.html.HtmlPage;
import io.quotemark.reading.structured.Metadata;
import io.quotemark.reading.text.PageCopy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One article from what was read of it: its own words, what its metadata says, and what its sender
 * says of it, each outweighing the one before.
 */
final class Assembly {
  private static final int SHORTEST_TEXT = 20;

  /** An article's text is answered in one piece; longer ones are no articles. */
  private static final int LONGEST_TEXT = 2_000_000;

  /** A price or a percentage: as few words as these may be a claim. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\p{Sc}\\s?\\d|\\d\\s?(?:%|％|\\p{Sc}|¢|[A-Z]{3}(?!\\w)|元|円|圆|원)|[A-Z]{3}\\s?\\d");

  private final Document.Hints hints;

  Assembly(Document.Hints hints) {
    this.hints = hints;
  }

  /** Two words, or as much as that in scripts without blanks, that stand for themselves. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\p{L}{2,}\\P{L}+\\p{L}{2,}|[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]{4}");

  private boolean sole;

  /** Plain text; a headline alone is one. */
  Reading copy(String text) {
    sole = true;
    return article(PageCopy.read(VisibleText.of(text), hints.language()));
  }

  Reading page(HtmlPage page) {
    Metadata metadata = page.metadata().map(VisibleText::of);
    return article(with(read(metadata, page), metadata));
  }

  Reading structured(Metadata said) {
    Metadata metadata = said.map(VisibleText::of);
    String body = metadata.body() == null ? "" : metadata.body();
    String title = metadata.title() == null ? "" : metadata.title();
    boolean markup = body.contains("</") || body.contains("<p") || body.contains("<br");
    Article read =
        markup
            ? read(metadata, HtmlPage.read("<body>" + body + "</body>"))
            : PageCopy.read(title + "\n\n" + body, language(metadata));
    return article(with(read, metadata));
  }

  private Article read(Metadata metadata, HtmlPage page) {
    String title = metadata.title() == null ? "" : metadata.title();
    List<String> blocks = page.blocks().stream().map(VisibleText::of).toList();
    Article read = PageCopy.read(title, blocks, language(metadata));
    return read.read(quality(read.text().length(), page.prose()));
  }

  /** In steps of .01; null where the page holds nothing that could be lost. */
  private static @Nullable Double quality(int kept, int prose) {
    return prose == 0 ? null : Math.min(100, Math.round(kept * 100.0 / prose)) / 100.0;
  }

  private @Nullable String language(Metadata metadata) {
    String tag = hints.language() == null ? metadata.language() : hints.language();
    return Places.of(tag, metadata.address());
  }

  /** What the metadata says outweighs what was read off the text. */
  private static Article with(Article read, Metadata metadata) {
    String place =
        Places.of(
            metadata.language() == null ? read.language() : metadata.language(),
            metadata.address());
    PublicationTime published = time(metadata.published(), place);
    PublicationTime modified = time(metadata.modified(), place);
    return new Article(
        metadata.title() == null ? read.title() : metadata.title(),
        metadata.authors().isEmpty() ? read.authors() : metadata.authors(),
        read.credits(),
        published == null ? read.published() : published,
        modified == null ? read.modified() : modified,
        read.language(),
        metadata.source() == null ? host(metadata.address()) : metadata.source(),
        metadata.address(),
        metadata.section(),
        metadata.tickers().isEmpty() ? read.tickers() : metadata.tickers(),
        read.text(),
        read.furniture(),
        read.duplicateParagraphs(),
        read.notices(),
        read.sourceKind(),
        read.readingQuality());
  }

  private Reading article(Article article) {
    if (brief(article.text()) && brief(article.title())) {
      String all = article.title() + "\n" + article.text();
      if (!FIGURE.matcher(all).find() && !line(article)) {
        return rejected(
            Reading.Code.NO_ARTICLE_TEXT,
            "No running text was found: only %d characters that could be an article, and no price or percentage in them."
                .formatted(all.strip().length()));
      }
    }
    if (article.text().length() > LONGEST_TEXT) {
      return rejected(
          Reading.Code.TOO_LARGE,
          "%,d characters of text in one article; the most is %,d."
              .formatted(article.text().length(), LONGEST_TEXT));
    }
    PublicationTime hinted = time(hints.publishedAt(), article.language());
    return new Reading.One(
        new Article(
            article.title(),
            article.authors(),
            article.credits(),
            hinted == null ? article.published() : hinted,
            article.modified(),
            hints.language() == null ? article.language() : hints.language(),
            hints.source() == null ? source(article) : hints.source(),
            address(article.address()),
            article.section(),
            hints.tickers().isEmpty() ? article.tickers() : hints.tickers(),
            article.text(),
            article.furniture(),
            article.duplicateParagraphs(),
            article.notices(),
            article.sourceKind(),
            article.readingQuality()));
  }

  /** The page's own address where it is one of the site that it was fetched from. */
  private @Nullable String address(@Nullable String own) {
    String fetched = hints.address();
    return fetched == null || (own != null && site(own).equals(site(fetched))) ? own : fetched;
  }

  private @Nullable String source(Article article) {
    return article.source() == null ? host(hints.address()) : article.source();
  }

  private static String site(String address) {
    String host = host(address);
    return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /** Whether a plain document is one short line and nothing else. */
  private boolean line(Article article) {
    return sole
        && article.furniture().isEmpty()
        && LINE.matcher(article.title() + article.text()).find();
  }

  /** In letters; a Han, kana or hangul sign says as much as three. */
  private static boolean brief(String text) {
    return text.length() < SHORTEST_TEXT
        && text.length() + 2 * text.chars().filter(c -> c >= 0x2E80).count() < SHORTEST_TEXT;
  }

  private static @Nullable PublicationTime time(@Nullable String text, @Nullable String place) {
    return text == null ? null : Times.of(text, place);
  }

  private static @Nullable String host(@Nullable String address) {
    try {
      return address == null ? null : new URI(address).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Reading.Rejected rejected(Reading.Code code, String message) {
    return new Reading.Rejected(code, message);
  }
}
