package io.quotemark.serve.articles;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Articles with contradicted claims as an Atom feed (RFC 4287), narrowed by the usual filters. */
public final class FeedApi {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final ArticleSearch search;

  public FeedApi(ArticleSearch search) {
    this.search = search;
  }

  public HttpResponse feed(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    ArticleQuery wanted = search.query(query, null).withVerdict("contradicted");
    ArticleIndex.Page<Summary> page =
        search.page(wanted, Paging.limit(query), query.text("cursor"));
    String base = base(request);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("feed");
      out.writeDefaultNamespace(ATOM);
      element(out, "id", base + "/v1/feed.atom");
      element(out, "title", "Quotemark: contradicted claims");
      element(out, "updated", search.changed().orElse(NEVER));
      link(out, "alternate", base + "/");
      if (page.next() != null) {
        link(out, "next", base + "/v1/feed.atom" + request.queryWith("cursor", page.next()));
      }
      for (Summary article : page.items()) {
        entry(out, article, base);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return Answers.atom(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
  }

  private static void entry(XMLStreamWriter out, Summary article, String base)
      throws XMLStreamException {
    out.writeStartElement("entry");
    element(out, "id", "urn:quotemark:article:" + article.id());
    element(out, "title", article.title().isBlank() ? "(untitled)" : article.title());
    element(out, "updated", article.updated().isEmpty() ? NEVER : article.updated());
    if (article.published() != null && article.published().indexOf('T') > 0) {
      element(out, "published", article.published());
    }
    out.writeStartElement("author");
    element(out, "name", article.source() == null ? "unknown" : article.source());
    out.writeEndElement();
    link(out, "alternate", base + "/articles/" + article.id());
    for (String listing : article.listings()) {
      out.writeEmptyElement("category");
      out.writeAttribute("term", listing);
    }
    int claims = article.verdicts().values().stream().mapToInt(Integer::intValue).sum();
    element(
        out,
        "summary",
        "%d of %d claims contradicted by prices.%s"
            .formatted(
                article.verdicts().getOrDefault("contradicted", 0),
                claims,
                article.sample() ? " SAMPLE_DATA" : ""));
    out.writeEndElement();
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(clean(text));
    out.writeEndElement();
  }

  private static void link(XMLStreamWriter out, String relation, String address)
      throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", relation);
    out.writeAttribute("href", address);
  }

  /** XML 1.0 has no place for most control characters. */
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]", "");
  }

  /** Scheme and host that the request was sent to; relative links are no ids. */
  private static String base(HttpRequest request) {
    String host = request.headers().getOrDefault("host", "");
    if (!host.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
      return "";
    }
    boolean here = host.matches("(localhost|127\\.0\\.0\\.1)(:.*)?");
    return (here ? "http://" : "https://") + host;
  }
}
