package io.quotemark.serve.pages;

/** An error, with what to do about it. */
public final class MessagePage {
  private MessagePage() {}

  public static String problem(String title, String detail) {
    return Layout.page(
        Layout.of(title),
        Html.of(
            "<h1>{}</h1><p>{}</p><p><a href=\"/\">Back to the articles</a></p>", title, detail));
  }
}
