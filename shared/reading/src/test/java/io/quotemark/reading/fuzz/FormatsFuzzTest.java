package io.quotemark.reading.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.reading.ArticleReader;

/**
 * Every format read from arbitrary bytes: an article or a reason, never an exception. As a test it
 * runs over the small corpus beside it; CONTRIBUTING says how to let it search for ten minutes.
 */
class FormatsFuzzTest {
  private static final String MINUTES = "10m";
  private final ArticleReader reader = new ArticleReader();

  @FuzzTest(maxDuration = MINUTES)
  void text(byte[] bytes) {
    read(bytes, "text/plain");
  }

  @FuzzTest(maxDuration = MINUTES)
  void html(byte[] bytes) {
    read(bytes, "text/html");
  }

  @FuzzTest(maxDuration = MINUTES)
  void json(byte[] bytes) {
    read(bytes, "application/json");
  }

  @FuzzTest(maxDuration = MINUTES)
  void feed(byte[] bytes) {
    read(bytes, "application/xml");
  }

  @FuzzTest(maxDuration = MINUTES)
  void mail(byte[] bytes) {
    read(bytes, "message/rfc822");
  }

  /** Zip, tar and gzip are told by their first bytes, so that one test reaches all three. */
  @FuzzTest(maxDuration = MINUTES)
  void bundle(byte[] bytes) {
    read(bytes, null);
  }

  private void read(byte[] bytes, @org.jspecify.annotations.Nullable String type) {
    Reading reading =
        reader.read(new Document(bytes, "fuzz", type, Document.of(bytes, "fuzz").hints()));
    switch (reading) {
      case Reading.One(Article article) -> held(article);
      case Reading.Bundle bundle ->
          bundle
              .entries()
              .forEach(e -> {
                if (e.reading() instanceof Reading.One(Article article)) {
                  held(article);
                }
              });
      case Reading.Rejected rejected -> require(!rejected.message().isBlank(), "no reason");
    }
  }

  private static void held(Article article) {
    require(!article.text().contains("\n\n\n"), "an empty paragraph");
    require(article.text().equals(article.text().strip()), "white space around the text");
    require(article.duplicateParagraphs() >= 0, "a negative count");
    require(!article.title().isBlank() || !article.text().isBlank(), "an article of nothing");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
