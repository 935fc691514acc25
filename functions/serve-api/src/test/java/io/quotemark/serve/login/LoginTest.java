package io.quotemark.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in and out, against an OpenID provider. */
class LoginTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Desk desk = new Desk();
  private final Visitor ada = new Visitor(desk);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void login_endsWhereItBegan_andTheHeaderNamesThePerson() {
    desk.expects("ada", "editor");

    HttpResponse<String> first = ada.get("/listings?q=tea%20%26%20co");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(first)).hasToString("/login?to=%2Flistings%3Fq%3Dtea%2B%2526%2Bco");
    URI provider = Visitor.location(ada.sent(Visitor.location(first)));
    assertThat(provider.toString())
        .startsWith(
            desk.issuer() + "/authorize?response_type=code&client_id=quotemark&redirect_uri=")
        .contains(
            "&scope=openid%20email%20profile&state=", "&nonce=", "&code_challenge_method=S256");

    HttpResponse<String> back = ada.sent(ada.callback("/listings?q=tea%20%26%20co"));

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(back)).hasToString("/listings?q=tea+%26+co");
    assertThat(ada.cookies.keySet()).containsExactly("quotemark-session");
    HttpResponse<String> page = ada.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Signed in as ada@example.com, editor", "action=\"/logout\"", "Sign out");
    assertThat(page.headers().firstValue("cache-control")).contains("private, no-cache");
    assertThat(page.headers().firstValue("vary").orElse("")).contains("cookie", "authorization");
  }

  @Test
  void cookie_tellsNothing_andIsNotTakenChangedOrInAnothersPlace() {
    desk.expects("ada", "reader");
    URI callback = ada.callback("/");
    String login = ada.cookies.get("quotemark-login");
    ada.sent(callback);
    String session = Objects.requireNonNull(ada.cookies.get("quotemark-session"));

    assertThat(session.split("\\.", -1)).as("a compact JWE").hasSize(5);
    assertThat(session.length()).isLessThan(Cookies.MOST_LENGTH);
    int middle = session.length() / 2;
    char other = session.charAt(middle) == 'A' ? 'B' : 'A';
    for (String wrong :
        List.of(
            session.substring(0, middle) + other + session.substring(middle + 1),
            login,
            "nonsense",
            "eyJhbGciOiJub25lIn0.e30.")) {
      ada.cookies.put("quotemark-session", wrong);
      assertThat(ada.get("/").statusCode()).as(wrong).isEqualTo(303);
      assertThat(ada.cookies).doesNotContainKey("quotemark-session");
    }
    ada.cookies.put("quotemark-session", session);
    assertThat(ada.get("/").statusCode()).isEqualTo(200);
    desk.sessionKey = "another secret, which is as long as that one";
    assertThat(ada.get("/").statusCode()).as("still known to this instance").isEqualTo(200);
  }

  @Test
  void callback_replayed_isRefused_withOrWithoutTheCookie() {
    desk.expects("ada", "reader");
    URI callback = ada.callback("/");
    String pending = ada.cookies.get("quotemark-login");
    assertThat(ada.sent(callback).statusCode()).isEqualTo(303);
    ada.cookies.clear();

    HttpResponse<String> again = ada.sent(callback);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("You are not signed in", "Sign in again");
    ada.cookies.put("quotemark-login", pending);
    HttpResponse<String> withCookie = ada.sent(callback);
    assertThat(withCookie.statusCode()).as("its code works once").isEqualTo(403);
    assertThat(withCookie.body()).contains("could not be verified");
    assertThat(ada.cookies).isEmpty();
  }

  @Test
  void callback_ofAnotherBrowser_orOfAnotherState_orTooLate_isRefused() {
    desk.expects("eve", "editor");
    Visitor eve = new Visitor(desk);
    URI ofEve = eve.callback("/");

    assertThat(ada.sent(ofEve).statusCode()).isEqualTo(400);
    URI own = ada.callback("/");
    assertThat(ada.sent(ofEve).statusCode()).as("eve's state in ada's browser").isEqualTo(400);
    assertThat(ada.sent(own).statusCode()).as("whose login is over by that").isEqualTo(400);
    URI late = ada.callback("/");
    desk.clock.forward(Duration.ofMinutes(10));
    assertThat(ada.sent(late).statusCode()).isEqualTo(400);
  }

  @Test
  void idToken_ofAnotherLogin_orForAnotherClient_orOfAnotherIssuer_signsNobodyIn() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("nonce", "another"),
            Map.of("aud", List.of("another")),
            Map.of("iss", "https://issuer.example"),
            Map.of("exp", 1_600_000_000),
            Map.of("token_use", "access"))) {
      desk.expects("ada", wrong);
      HttpResponse<String> answer = ada.signIn();

      assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(403);
      assertThat(answer.body()).contains("could not be verified");
      assertThat(ada.cookies).isEmpty();
    }
    assertThat(desk.logged())
        .contains("its nonce differs", "another audience", "another issuer", "expired")
        .doesNotContain("eyJ");
  }

  @Test
  void errorOfTheProvider_isShownByItsCode_andByNothingElse() {
    ada.get("/login");
    URI provider = Visitor.location(ada.get("/login?to=/about"));
    String state = provider.getQuery().replaceFirst(".*state=([^&]+).*", "$1");

    HttpResponse<String> answer =
        ada.get(
            "/login/callback?error=access_denied&error_description=%3Cb%3Ehello&state=" + state);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("access_denied", "/login?to=%2Fabout")
        .doesNotContain("hello");
  }

  @Test
  void returnTo_leadsToAPageOfOurs_whateverWasAskedFor() {
    for (String elsewhere :
        List.of(
            "//evil.example",
            "https://evil.example",
            "/%5Cevil.example",
            "%2F%09%2Fevil.example",
            "/login",
            "/logout",
            "javascript:alert(1)",
            "/a%0D%0Aset-cookie:x")) {
      desk.expects("ada", "reader");
      ada.cookies.clear();
      URI provider = Visitor.location(ada.get("/login?to=" + elsewhere));
      URI callback = Visitor.location(ada.sent(provider));
      assertThat(Visitor.location(ada.sent(callback))).as(elsewhere).hasToString("/");
    }
  }

  @Test
  void reader_readsAndChecks_andChangesNothing_andAnEditorDoes() {
    desk.expects("ada", "reader");
    ada.signIn();

    assertThat(ada.get("/v1/articles").statusCode()).isEqualTo(200);
    assertThat(ada.post("/v1/check", "text/plain", "Shares of Tea rose 1%.").statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = ada.post("/v1/articles", "text/plain", "Tea rose.");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"role_needed\"", "ada@example.com", "the role reader");
    assertThat(ada.post("/v1/price-files", "text/csv", "x").statusCode()).isEqualTo(403);

    Visitor ed = new Visitor(desk);
    desk.expects("ed", "editor");
    ed.signIn();
    assertThat(ed.post("/v1/articles", "text/plain", "Tea rose.").statusCode()).isEqualTo(202);
  }

  @Test
  void assistantsTool_doesForAReaderOnlyWhatAReaderMay() {
    desk.expects("ada", "reader");
    ada.signIn();

    HttpResponse<String> answer =
        ada.post(
            "/mcp",
            "application/json",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"submit\","
                + "\"arguments\":{\"document\":\"Tea rose.\"}}}",
            "origin",
            desk.address().toString(),
            "accept",
            "application/json, text/event-stream");

    assertThat(answer.body()).doesNotContain("\"accepted\"");
  }

  @Test
  void personWithoutARole_isToldWho_andWhatToDo() {
    desk.expects("ada", "somebody", "readers");
    ada.signIn();

    HttpResponse<String> answer = ada.get("/");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains(
            "You are signed in as ada@example.com, which has no role here",
            "Sign in as somebody else",
            "Sign out");
  }

  @Test
  void form_ofAnotherSite_orOfNobody_changesNothing() {
    desk.expects("ed", "editor");
    ada.signIn();
    List<String[]> senders =
        List.of(
            new String[] {"origin", "https://evil.example"},
            new String[] {"origin", "null"},
            new String[] {"sec-fetch-site", "cross-site", "origin", desk.address().toString()},
            new String[] {"sec-fetch-site", "same-site"},
            new String[] {"accept", "*/*"});
    for (String[] sender : senders) {
      HttpResponse<String> answer = ada.post("/v1/articles", "text/plain", "Tea rose.", sender);
      assertThat(answer.statusCode()).as(String.join(" ", sender)).isEqualTo(403);
      assertThat(answer.body()).contains("foreign_page");
      assertThat(ada.post("/logout", FORM, "", sender).statusCode()).isEqualTo(403);
    }
    assertThat(
            ada.post("/v1/articles", "text/plain", "Tea rose.", "sec-fetch-site", "same-origin")
                .statusCode())
        .isEqualTo(202);
    assertThat(ada.cookies).containsKey("quotemark-session");
  }

  @Test
  void formOfSomebodyWhoseSessionIsOver_isNotLost() {
    HttpResponse<String> answer = ada.post("/check", FORM, "document=Tea");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Sign in in another tab", "go back and send it again");
  }

  @Test
  void logout_endsItHereAndAtTheProvider() {
    desk.expects("ada", "reader");
    ada.signIn();

    HttpResponse<String> out = ada.post("/logout", FORM, "");

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.headers().firstValue("refresh").orElse(""))
        .startsWith("0; url=" + desk.issuer() + "/endsession?client_id=quotemark&")
        .contains("post_logout_redirect_uri=");
    assertThat(out.headers().firstValue("clear-site-data")).contains("\"cache\"");
    assertThat(ada.cookies).isEmpty();
    assertThat(ada.get("/").statusCode()).isEqualTo(303);
    HttpResponse<String> after = ada.get("/signed-out");
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).contains("You are signed out");
    assertThat(ada.get("/logout").statusCode()).as("no link may do it").isEqualTo(405);
  }

  @Test
  void program_isToldToBringAToken_notSentToAPage() {
    HttpResponse<String> answer = ada.get("/v1/articles");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer realm=\"quotemark\"");
    assertThat(answer.body()).contains("\"login_needed\"");
  }

  @Test
  void cookies_underTls_areForThisHostAlone_andOutOfReachOfScripts() {
    try (Desk secure = new Desk(false, URI.create("https://quotemark.example"))) {
      io.quotemark.runtime.events.HttpResponse answer =
          secure.answer(secure.request("GET", "/login", Map.of(), new byte[0]));

      assertThat(answer.cookies()).hasSize(1);
      assertThat(answer.cookies().getFirst())
          .startsWith("__Host-quotemark-login=")
          .endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure");
      assertThat(answer.headers().get("strict-transport-security")).isEqualTo("max-age=31536000");
      assertThat(answer.headers().get("location"))
          .contains("redirect_uri=https%3A%2F%2Fquotemark.example%2Flogin%2Fcallback");
    }
  }
}
