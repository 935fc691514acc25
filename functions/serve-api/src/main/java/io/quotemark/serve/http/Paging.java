package io.quotemark.serve.http;

import io.quotemark.storage.articles.ArticleIndex;
import java.util.function.Supplier;

/** What the lists share: how long a page is, and what a cursor that is none is answered with. */
public final class Paging {
  static final int USUAL = 20;
  static final int MOST = 100;

  private Paging() {}

  public static int limit(Parameters query) {
    return query.number("limit", USUAL, 1, MOST);
  }

  /**
   * @throws Problem.Raised where the list does not know the cursor
   */
  public static <T> T read(Supplier<T> list) {
    try {
      return list.get();
    } catch (ArticleIndex.BadCursor e) {
      throw Problem.unusableParameter(
              "cursor", "is none that this list handed out for these filters; start without one")
          .raised();
    }
  }
}
