package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.cli.deployment.SigningProxy;
import io.quotemark.client.RequestSigner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a closed deployment, as {@code quotemark open --stack} shows them. */
class BrowserProxyTest {
  @TempDir static Path folder;

  @Test
  void checkForm_worksThroughTheProxy_andAnotherSitesFormDoesNot() throws Exception {
    try (Pipeline pipeline = new Pipeline(Files.createDirectory(folder.resolve("data")));
        SigningProxy proxy = SigningProxy.start(0, pipeline.address(), RequestSigner.OPEN)) {
      for (Sample.SampleFile file : Sample.prices()) {
        pipeline.drop().put("prices/" + file.name(), file.bytes());
      }
      pipeline.settled();
      Optional<Browser> opened =
          Browser.open(proxy.address(), Files.createDirectory(folder.resolve("profile")));
      assumeTrue(opened.isPresent(), "no Chromium with its chromedriver on the path");
      try (Browser browser = opened.orElseThrow()) {
        browser.open("/");
        browser
            .find("#document")
            .sendKeys("Title\n\nBrindlewick Lanterns (XXXX: BRWK) closed at 380p.");
        browser.find("form.check summary").click();
        browser.find("#published_at").sendKeys("2025-03-11");
        browser.find("form.check button[type=submit]").click();
        ReadersDesk.await(
            () -> browser.place().equals("/check") && !browser.shown("body").getFirst().isBlank());
        assertThat(browser.shown(".card .badge")).containsExactly("✓ Verified");

        foreignFormIsRefused(browser, proxy);
      }
    }
  }

  private static void foreignFormIsRefused(Browser browser, SigningProxy proxy) throws Exception {
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] page = formTo(proxy.address()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    elsewhere.start();
    try {
      browser.open("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
      browser.find("button").click();
      ReadersDesk.await(() -> browser.shown("body").getFirst().contains("proxy"));
      assertThat(browser.shown("body").getFirst())
          .isEqualTo("Another site's page may not act through this proxy.");
    } finally {
      elsewhere.stop(0);
    }
  }

  private static String formTo(URI address) {
    return """
    <!doctype html><meta name="referrer" content="no-referrer"><title>elsewhere</title>
    <form method="post" action="%s/check"><textarea name="document">Title

    Brindlewick Lanterns (XXXX: BRWK) closed at 380p.</textarea><button>Send</button></form>
    """
        .formatted(address);
  }
}
