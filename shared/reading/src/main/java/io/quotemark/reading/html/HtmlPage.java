package io.quotemark.reading.html;

import io.quotemark.reading.structured.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * A page read: what it says of itself and the blocks of its main text.
 *
 * @param prose how much running text the page holds, in characters: texts of some length that are
 *     no links, those of readers left out
 */
public record HtmlPage(Metadata metadata, List<String> blocks, int prose) {
  public HtmlPage {
    blocks = List.copyOf(blocks);
  }

  public static HtmlPage read(String html) {
    return read(Jsoup.parse(html));
  }

  /** Reads a page that is UTF-8; empty where its text shows that it is not, or may not be. */
  public static Optional<HtmlPage> read(byte[] utf8) {
    try {
      HtmlPage page = read(Jsoup.parse(new ByteArrayInputStream(utf8), "UTF-8", ""));
      return page.undecoded() ? Optional.empty() : Optional.of(page);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
  }

  private static HtmlPage read(Document page) {
    Streamed.settle(page);
    PageIndex index = new PageIndex();
    ClassNames names = new ClassNames();
    Measures measures = new Measures(names, page.body());
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            Box box = measures.enter(node);
            if (box == null) {
              return FilterResult.CONTINUE;
            }
            index.add(box);
            return Tags.drawn(box.tag()) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            measures.leave(node);
            return FilterResult.CONTINUE;
          }
        },
        page);
    Metadata metadata = PageMetadata.of(page, index, measures);
    return new HtmlPage(
        metadata, MainText.of(index.scripts, measures, names, metadata.body()), measures.prose());
  }

  private boolean undecoded() {
    return undecoded(metadata.title())
        || undecoded(metadata.source())
        || undecoded(metadata.body())
        || metadata.authors().stream().anyMatch(HtmlPage::undecoded)
        || blocks.stream().anyMatch(HtmlPage::undecoded);
  }

  private static boolean undecoded(@Nullable String text) {
    return text != null && text.indexOf('\uFFFD') >= 0;
  }

  /** Whether the text looks like markup at all. */
  public static boolean looksLike(String text) {
    String head =
        text.substring(0, Math.min(text.length(), 2000))
            .stripLeading()
            .toLowerCase(java.util.Locale.ROOT);
    return head.startsWith("<!doctype html")
        || head.startsWith("<html")
        || head.contains("<body")
        || head.contains("<p>")
        || head.contains("<head");
  }
}
