package io.quotemark.serve.articles;

import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.pages.Html;

/**
 * The form that checks an article: pasted, dropped or chosen. Without script its button sends it.
 */
final class CheckForm {
  private CheckForm() {}

  static Html html() {
    if (!Caller.currentMay(Access.READER)) {
      return Html.of(
          "<p class=\"check small\"><a href=\"{}\">Sign in</a> to check an article.</p>",
          Caller.current().signIn());
    }
    return Html.of(
        """
        <form class="check" method="post" action="/check" aria-label="Check an article">
        <div class="paste">
        <label class="aside" for="document">Article to check: title, date line and text</label>
        <textarea id="document" name="document" rows="1" required maxlength="2000000" placeholder="Paste an article here, or drop a file"></textarea>
        <button type="button" class="quiet choose" hidden>Choose file</button><input type="file" class="chosen" aria-label="Article file" hidden>
        <button type="submit">Check</button>
        </div>
        <p class="small keeps">Nothing is kept unless you say so.</p>
        <details><summary>Date and writer</summary>
        <div class="row">
        <div><label for="published_at">Published at, if the text does not say</label>
        <input id="published_at" name="published_at" placeholder="2025-02-24T16:55+08:00" autocomplete="off"></div>
        <div><label for="source_kind">Written by</label>
        <select id="source_kind" name="source_kind"><option value="">people, or as its source is known</option><option value="generated">a language model</option></select></div>
        </div></details>
        <p class="small status" role="status"></p>
        <div class="answer" hidden></div>
        </form>
        """);
  }
}
