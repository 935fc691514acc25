package io.quotemark.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://2130706433/", // 127.0.0.1 as one number
        "http://0177.0.0.1/", // in octal
        "http://0x7f.0.0.1/", // in hexadecimal
        "http://0x7f000001/",
        "http://127.1/",
        "http://example.0x7f/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/",
        "http://a.localhost/",
        "http://metadata.google.internal/",
        "http://printer.local/",
        "http://router/",
        "http://ledger.example./",
        "http://user@ledger.example/",
        "http://user:word@ledger.example/",
        "http://ledger.example@127.0.0.1/",
        "http://ledger.example:8080/",
        "https://ledger.example:80/",
        "http://ledger.example:443/",
        "http://ledger.example:22/",
        "file:///etc/passwd",
        "ftp://ledger.example/a",
        "gopher://ledger.example/",
        "jar:http://ledger.example/a!/b",
        "data:text/html,hello",
        "//ledger.example/a",
        "/a",
        "ledger.example/a",
        "http:///a",
        "http://",
        "http:\\\\ledger.example\\a",
        "http://ledger.example\\@127.0.0.1/",
        "http://ledger_.example../a",
        "http://ledger.example/\na",
        "http://ⓛocalhost/",
        "http://127。0。0。1/",
        ""
      })
  void text_thatIsNoPublicAddress_isNotAsked(String text) {
    assertThat(WebAddress.check(text)).isInstanceOf(WebAddress.Checked.Bad.class);
  }

  @Test
  void addressWithoutEnd_isNotAsked() {
    assertThat(WebAddress.check("http://ledger.example/" + "a".repeat(2_000)))
        .isInstanceOf(WebAddress.Checked.Bad.class);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Ledger.Example, https://ledger.example/",
    "https://ledger.example:443/a#part, https://ledger.example/a",
    "http://ledger.example:80/, http://ledger.example/",
    "https://ledger.example/a b?c=d%20e, https://ledger.example/a%20b?c=d%20e",
    "https://ledger.example/börse, https://ledger.example/b%C3%B6rse",
    "https://xn--brse-5qa.example/a, https://xn--brse-5qa.example/a",
    "' https://ledger.example/a ', https://ledger.example/a"
  })
  void publicAddress_isAsked_inOneForm(String text, String form) {
    assertThat(WebAddress.check(text)).isEqualTo(new WebAddress.Checked.Good(URI.create(form)));
  }
}
