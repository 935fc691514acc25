package io.quotemark.reading.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a message is read, how deep, and what is made of broken ones. */
class LetterTest {
  private static final String HEAD = "From: Wick Wire <a@b.example>\nMessage-ID: 1\n";

  @Test
  void attachmentAndForwardedMessage_areLeftOut() {
    Letter letter =
        read(
            HEAD
                + """
                Content-Type: multipart/mixed; boundary="c"

                --c
                Content-Type: text/html
                Content-Disposition: attachment; filename=a.html

                <p>attached</p>
                --c
                Content-Type: message/rfc822

                From: c@d.example
                Content-Type: text/html

                <p>forwarded</p>
                --c
                Content-Type: text/plain

                Read this.
                --c--
                """);
    assertThat(letter.type()).isEqualTo("text/plain");
    assertThat(text(letter)).isEqualTo("Read this.");
  }

  @Test
  void pageInsideRelatedParts_isReadBeforeTheTextBesideIt() {
    Letter letter =
        read(
            HEAD
                + """
                Content-Type: multipart/alternative; boundary=c

                --c

                Read this online.
                --c
                Content-Type: multipart/related; boundary="c d"

                --c d
                Content-Type: text/html; charset=utf-8

                <p>Lamps</p>
                --c d
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                iVBORw==
                --c d--
                --c--
                """);
    assertThat(letter.type()).isEqualTo("text/html; charset=utf-8");
    assertThat(text(letter)).isEqualTo("<p>Lamps</p>");
  }

  @ParameterizedTest
  @CsvSource({"7, true", "8, true", "9, false", "100, false"})
  void partsInsideParts_areReadToTheBound(int levels, boolean read) {
    StringBuilder message = new StringBuilder(HEAD);
    for (int level = 0; level < levels; level++) {
      message.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%<d\n".formatted(level));
    }
    assertThat(Letter.read(bytes(message + "Content-Type: text/plain\n\nLamps\n")) != null)
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"198, true", "199, false", "5000, false"})
  void manyParts_areReadToTheBound(int before, boolean read) {
    String message =
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: image/png\n\nx\n".repeat(before)
            + "--b\n\nLamps\n--b--\n";
    assertThat(Letter.read(bytes(message)) != null).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base64           | TGFtcH   | Lam", // cut off inside four digits
        "base64           | TG!Ft*cHM= | Lamps",
        "quoted-printable | L=61m=ZZps | Lam=ZZps",
        "x-unknown        | L=61mps  | L=61mps",
      })
  void brokenEncoding_givesTheTextThatIsThere(String encoding, String body, String text) {
    assertThat(text(read(HEAD + "Content-Transfer-Encoding: " + encoding + "\n\n" + body)))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?ISO-8859-1?Q?caf=E9_lamps?=          | café lamps",
        "=?utf-8?b?w6k=?= =?utf-8?Q?=C3=A9?= up | éé up",
        "=?no-such?Q?lamps?=                    | =?no-such?Q?lamps?=",
        "=?utf-8?Q?lamps                        | =?utf-8?Q?lamps",
        "é in bytes                             | é in bytes",
      })
  void encodedWords_areRead(String subject, String read) {
    assertThat(read(HEAD + "Subject: " + subject + "\n\nLamps").subject()).isEqualTo(read);
  }

  @Test
  void headerLineThatIsNone_isPassedOver() {
    Letter letter = read(HEAD + "broken line\nSubject: Lamps\n\nLamps");
    assertThat(letter.subject()).isEqualTo("Lamps");
  }

  private static Letter read(String message) {
    byte[] bytes = bytes(message);
    assertThat(Letter.looksLike(bytes)).isTrue();
    Letter letter = Letter.read(bytes);
    assertThat(letter).isNotNull();
    return letter;
  }

  private static String text(Letter letter) {
    return new String(letter.body(), StandardCharsets.UTF_8).strip();
  }

  private static byte[] bytes(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }
}
