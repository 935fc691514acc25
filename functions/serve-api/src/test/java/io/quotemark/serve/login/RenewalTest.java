package io.quotemark.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session is renewed by the provider, and ends when that says no. */
class RenewalTest {
  private final List<String> asked = new ArrayList<>();
  private int status;
  private final Desk desk = new Desk(new Refusing());
  private final Visitor ada = new Visitor(desk);

  /** The token endpoint where it does not do what it usually does. */
  private final class Refusing implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      boolean renewal =
          request.getUrl().encodedPath().endsWith("/token")
              && String.valueOf(request.getBody()).contains("grant_type=refresh_token");
      boolean revocation = request.getUrl().encodedPath().endsWith("/revoke");
      if (renewal || revocation) {
        asked.add(revocation ? "revoke" : "renew");
      }
      return renewal && status != 0;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      return new OAuth2HttpResponse(
          Headers.of("content-type", "application/json"),
          status,
          "{\"error\":\"invalid_grant\"}",
          null);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String session() {
    return String.valueOf(ada.cookies.get("quotemark-session"));
  }

  private void signedIn() {
    desk.expects("ada", "editor");
    ada.signIn();
  }

  @Test
  void session_isRenewedAfterFiveMinutes_andNotBefore() {
    signedIn();
    String first = session();
    desk.clock.forward(Duration.ofMinutes(4));
    assertThat(ada.get("/").statusCode()).isEqualTo(200);
    assertThat(session()).isEqualTo(first);
    assertThat(asked).isEmpty();

    desk.clock.forward(Duration.ofMinutes(1));
    HttpResponse<String> page = ada.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("ada@example.com, editor");
    assertThat(asked).containsExactly("renew");
    assertThat(session()).isNotEqualTo(first);
    assertThat(ada.get("/").statusCode()).isEqualTo(200);
    assertThat(asked).hasSize(1);
  }

  @Test
  void renewalRefused_endsTheSessionWithinFifteenMinutes() {
    signedIn();
    status = 400;
    desk.clock.forward(Duration.ofMinutes(6));
    assertThat(ada.get("/").statusCode()).as("another tab may have had it").isEqualTo(200);

    desk.clock.forward(Duration.ofMinutes(9));

    assertThat(ada.get("/").statusCode()).isEqualTo(303);
    assertThat(ada.cookies).isEmpty();
  }

  @Test
  void providerDown_isPutOffForAWhile_andThenToldPlainly() {
    signedIn();
    status = 502;
    desk.clock.forward(Duration.ofMinutes(6));
    assertThat(ada.get("/").statusCode()).isEqualTo(200);

    desk.clock.forward(Duration.ofMinutes(9));
    HttpResponse<String> page = ada.get("/");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("The login does not answer", "try again in 10 seconds");
    assertThat(page.headers().firstValue("retry-after")).contains("10");
    assertThat(ada.cookies).as("nothing is lost").containsKey("quotemark-session");
    status = 0;
    assertThat(ada.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void session_endsAfterAWorkingDay_renewedOrNot() {
    signedIn();
    for (int i = 0; i < 59; i++) {
      desk.clock.forward(Duration.ofMinutes(10));
      assertThat(ada.get("/about").statusCode()).as("after " + i).isEqualTo(200);
    }
    desk.clock.forward(Duration.ofMinutes(10));
    assertThat(ada.get("/about").statusCode()).isEqualTo(303);
  }

  @Test
  void logout_hasTheProviderForgetTheRenewal() {
    signedIn();
    String copy = session();

    ada.post("/logout", "application/x-www-form-urlencoded", "");

    assertThat(asked).containsExactly("revoke");
    ada.cookies.put("quotemark-session", copy);
    desk.clock.forward(Duration.ofMinutes(15));
    status = 400; // as a provider answers then
    assertThat(ada.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void logout_whereTheProviderIsDown_isOneHere_andSaysSo() {
    signedIn();
    desk.provider.shutdown();

    HttpResponse<String> out = ada.post("/logout", "application/x-www-form-urlencoded", "");

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body()).contains("You are signed out here", "may still know you");
    assertThat(ada.cookies).isEmpty();
  }

  @Test
  void login_whereTheProviderIsDown_isAPageThatSaysSo() {
    desk.provider.shutdown();

    HttpResponse<String> page = ada.get("/login");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("The login does not answer");
    assertThat(page.headers().firstValue("retry-after")).contains("10");
  }
}
