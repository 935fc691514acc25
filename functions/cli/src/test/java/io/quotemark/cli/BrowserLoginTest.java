package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --login}: an editor signs in, checks an article and signs out, in a browser. */
@Tag("proof")
class BrowserLoginTest {
  @TempDir static Path folder;

  @Test
  void editor_signsIn_checksAnArticle_andSignsOut() throws Exception {
    MockOAuth2Server provider = new MockOAuth2Server(); // ends with the JVM
    provider.start();
    provider.issueToken("desk", "warm", "quotemark"); // makes its keys, which takes seconds
    int port = freePorts();
    try (UpProcess up =
        new UpProcess(
            Files.createDirectory(folder.resolve("data")),
            List.of(
                "--port=" + port,
                "--login=" + provider.issuerUrl("desk"),
                "--login-client=quotemark"))) {
      assertThat(up.said()).isNotEmpty();
      URI address = URI.create("http://127.0.0.1:" + port);
      var opened = Browser.open(address, Files.createDirectory(folder.resolve("profile")));
      assumeTrue(opened.isPresent(), "no Chromium with its chromedriver on the path");
      try (Browser browser = opened.orElseThrow()) {
        comes(provider, "stranger", List.of());
        ReadersDesk.await(() -> {
          browser.open("/"); // a provider beside other tests may not answer in time at first
          return !browser.shown("h1").equals(List.of("The login does not answer"));
        });
        assertThat(browser.shown("h1")).containsExactly("Your role does not allow this");
        isWithoutBarriers(browser, "not-allowed");

        comes(provider, "editor", List.of("editor"));
        browser.find("main a").click();
        ReadersDesk.await(() -> !browser.all("#document").isEmpty());
        assertThat(browser.shown(".who").getFirst()).contains("editor@example.com");
        isWithoutBarriers(browser, "signed-in");

        browser
            .find("#document")
            .sendKeys("Title\n\nBrindlewick Lanterns (XXXX: BRWK) closed at 380p.");
        browser.find("form.check button[type=submit]").click();
        ReadersDesk.await(() -> !browser.all(".card .badge").isEmpty());
        isWithoutBarriers(browser, "checked");

        browser.find("form[action='/logout'] button").click();
        ReadersDesk.await(() -> browser.shown("h1").getFirst().startsWith("You are signed out"));
        isWithoutBarriers(browser, "signed-out");
      }
    }
  }

  /** Whoever signs in next. */
  private static void comes(MockOAuth2Server provider, String subject, List<String> groups) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "desk",
            subject,
            "JWT",
            List.of("quotemark"),
            Map.of("email", subject + "@example.com", "cognito:groups", groups),
            3600));
  }

  private static void isWithoutBarriers(Browser browser, String name) throws IOException {
    Path pictures = Places.home().resolve("functions/cli/target/pages");
    Files.createDirectories(pictures);
    Files.write(pictures.resolve("login-" + name + ".png"), browser.picture());
    assertThat(browser.barriers()).as(name).isEmpty();
    assertThat(browser.strangers()).as(name).isEmpty();
    assertThat(browser.overflows()).as(name).isFalse();
  }

  /** The first of four that are free. */
  private static int freePorts() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort() - 4;
    }
  }
}
