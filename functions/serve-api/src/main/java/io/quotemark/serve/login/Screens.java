package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import java.util.List;

/** What people see when signing in or out does not go on by itself. */
final class Screens {
  private static final Html FIRST_PAGE = Html.of("<p><a href=\"/\">To the articles</a></p>");

  private Screens() {}

  /** The login came to nothing. */
  static HttpResponse failed(int status, String why, String signIn) {
    return page(
        status,
        "You are not signed in",
        Html.of("<p>{}</p><p><a href=\"{}\">Sign in again</a></p>", why, signIn));
  }

  /** What asks for a login cannot be shown as a redirect: something was sent. */
  static HttpResponse needed(String signIn) {
    return page(
        401,
        "Sign in first",
        Html.of(
            "<p>Nobody is signed in here any more, and nothing was done. Sign in in another tab, then"
                + " go back and send it again: what you wrote is still there.</p>"
                + "<p><a href=\"{}\" target=\"_blank\" rel=\"noopener\">Sign in in another tab</a></p>",
            signIn));
  }

  static HttpResponse notAllowed(Problem problem, String signIn) {
    return page(
        403,
        problem.title(),
        Html.of(
            "<p>{}</p><p><a href=\"{}\">Sign in as somebody else</a></p>",
            problem.detail(),
            signIn));
  }

  static HttpResponse unavailable(int seconds) {
    return page(
            503,
            "The login does not answer",
            Html.of(
                "<p>Quotemark could not ask the service that people sign in with. Nothing is lost;"
                    + " try again in {} seconds. If it stays, whoever runs this Quotemark finds the"
                    + " reason in its log.</p>",
                seconds))
        .with("retry-after", Integer.toString(seconds));
  }

  /**
   * Signed out here, and on the way to the provider. A redirect would not do: the page's policy
   * holds for where its form's answer leads.
   */
  static HttpResponse leaving(String provider) {
    return page(
            200,
            "You are signed out here",
            Html.of(
                "<p>Now for the service that you signed in with.</p><p><a href=\"{}\">Sign out there"
                    + " too</a></p>",
                provider))
        .with("refresh", "0; url=" + provider);
  }

  static HttpResponse signedOut() {
    return page(200, "You are signed out", Html.of("<p><a href=\"/login\">Sign in</a></p>"));
  }

  /** The provider did not say where one signs out. */
  static HttpResponse signedOutHereAlone() {
    return page(
        200,
        "You are signed out here",
        Html.of(
            "<p>The service that you signed in with may still know you. On a machine of others, sign"
                + " out there too.</p>"));
  }

  private static HttpResponse page(int status, String title, Html words) {
    return Answers.page(
        status,
        Layout.page(
            Layout.of(title),
            Html.of("<h1>{}</h1>{}", title, Html.join(List.of(words, FIRST_PAGE)))));
  }
}
