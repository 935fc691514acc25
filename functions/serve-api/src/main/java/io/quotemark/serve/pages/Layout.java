package io.quotemark.serve.pages;

/** The frame every page stands in. */
public final class Layout {
  private Layout() {}

  public static String page(String title, boolean sample, Html main) {
    return Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{} · Quotemark</title>
            <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/quotemark.css">
            <script src="/assets/quotemark.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="top">
            <a class="brand" href="/">Quotemark</a>
            <nav aria-label="Main"><a href="/">Articles</a> <a href="/listings">Listings</a> <a href="/uploads">Uploads</a> <a href="/about">How verdicts are made</a> <a href="/v1/openapi.json">API</a></nav>
            </header>
            {}
            <main id="main" tabindex="-1">
            {}
            </main>
            <footer><p>Every share-price claim in the news, checked against the tape. Reference rates: European Central Bank.</p></footer>
            </body>
            </html>
            """,
            title,
            Html.when(
                sample,
                Html.of(
                    "<p class=\"sample\" role=\"note\"><strong>SAMPLE_DATA</strong> What you see rests on the shipped sample:"
                        + " some of it is made up, some covers only a few sessions. Do not use it for anything but a look.</p>")),
            main)
        .markup();
  }
}
