package io.quotemark.serve.pages;

import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Caller;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The frame every page stands in: header with the search box, navigation, footer.
 *
 * @param title of the page, as the browser's tab shows it
 * @param sample whether the page as a whole rests on sample data, so that it says so on top
 * @param place which part of the navigation it belongs to, null where to none
 * @param query what the search box holds
 * @param head more for the page's head: how it is shared, whether robots may list it
 */
public record Layout(String title, boolean sample, @Nullable Place place, String query, Html head) {
  private static final String MAIN = "<main id=\"main\" tabindex=\"-1\">";

  /** Parts of the navigation. */
  public enum Place {
    ARTICLES("/", "Articles", Access.VISITOR),
    LISTINGS("/listings", "Listings", Access.VISITOR),
    COPIED("/propagated", "Copied errors", Access.VISITOR),
    UPLOADS("/uploads", "Uploads", Access.READER),
    ABOUT("/about", "About", Access.VISITOR),
    API("/docs", "API", Access.READER);

    private final String address;
    private final String words;
    private final Access access;

    Place(String address, String words, Access access) {
      this.address = address;
      this.words = words;
      this.access = access;
    }
  }

  public static Layout of(String title) {
    return new Layout(title, false, null, "", Html.EMPTY);
  }

  public Layout sample(boolean rests) {
    return new Layout(title, rests, place, query, head);
  }

  public Layout at(Place of) {
    return new Layout(title, sample, of, query, head);
  }

  public Layout searched(String words) {
    return new Layout(title, sample, place, words, head);
  }

  public Layout head(Html more) {
    return new Layout(title, sample, place, query, more);
  }

  /** A whole page in its frame. */
  public static String page(Layout layout, Html main) {
    return layout.around(main);
  }

  /** The same page with something to do about it above its content. */
  public static String above(String page, Html notice) {
    return page.replaceFirst(
        Pattern.quote(MAIN), Matcher.quoteReplacement(MAIN + "\n" + notice.markup()));
  }

  private String around(Html main) {
    return Template.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Quotemark</title>
            {head}
            <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/quotemark.css">
            <script src="/assets/quotemark.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="top{known}">
            <a class="brand" href="/">Quotemark</a>
            <form class="find" action="/search" role="search">
            <label class="aside" for="find">Search</label>
            <input id="find" name="q" type="search" value="{query}" placeholder="Company, ticker, ISIN, words or source" autocomplete="off" maxlength="100">
            <button aria-label="Search"><svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.5"/><path d="m10 10 5 5"/></svg></button>
            </form>
            <nav aria-label="Main">{places}</nav>{who}
            </header>
            {sample}
            <main id="main" tabindex="-1">
            {main}
            </main>
            <footer><p>Quotemark checks every statement about share prices in the news against the prices as they traded. Reference rates: European Central Bank.</p></footer>
            </body>
            </html>
            """)
        .with("title", title)
        .with("head", head)
        .with("query", query)
        .with("places", Arrays.stream(Place.values()).map(this::link).toList())
        .with("known", Html.when(Caller.isKnown(), Html.of(" known")))
        .with("who", who())
        .with(
            "sample",
            Html.when(
                sample,
                Html.of(
                    "<p class=\"sample\" role=\"note\" title=\"SAMPLE_DATA\"><strong>Sample.</strong> This"
                        + " page rests on the shipped sample: some of it is made up, some covers only a"
                        + " few sessions.</p>")))
        .with("main", main)
        .html()
        .markup();
  }

  /** Where people sign in: who has, and the way out; or the way in. */
  private static Html who() {
    Caller caller = Caller.current();
    if (!Caller.isKnown()) {
      return Html.EMPTY;
    }
    String name = caller.name();
    if (name == null) {
      return Html.of("<p class=\"who\"><a href=\"{}\">Sign in</a></p>", caller.signIn());
    }
    String role = caller.role();
    return Template.of(
            """
            <form class="who" method="post" action="/logout">
            <span title="Signed in as {name}, {role}"><span class="aside">Signed in as </span>{name}</span>
            <button>Sign out</button>
            </form>\
            """)
        .with("name", name)
        .with("role", role == null ? "without a role" : role)
        .html();
  }

  private Html link(Place to) {
    if (!Caller.currentMay(to.access)) {
      return Html.EMPTY;
    }
    return Template.of("<a href=\"{address}\"{here}>{words}</a> ")
        .with("address", to.address)
        .with("here", Html.when(to == place, Html.of(" aria-current=\"page\"")))
        .with("words", to.words)
        .html();
  }
}
