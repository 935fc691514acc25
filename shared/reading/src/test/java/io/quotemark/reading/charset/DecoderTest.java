package io.quotemark.reading.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.reading.ArticleReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final String JAPANESE = "ランプ社の株価は月曜日に前週末比５％高の1,234円で取引を終えた。";
  private static final String GERMAN =
      "Die Aktie der Lampenfabrik stieg am Montag um 5 % auf 12,30 €, so die Börse.";
  private static final String EMOJI =
      "Shares rose 5% \uD83D\uDE80 to $12 on Monday, the maker said.";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void decode_utf32_withAndWithoutItsMark_isRead(String charset) {
    for (String text : new String[] {JAPANESE, GERMAN, EMOJI}) {
      byte[] plain = text.getBytes(Charset.forName(charset));
      assertThat(Decoder.decode(plain, null)).as("without a mark").contains(text);
      byte[] mark = "\uFEFF".getBytes(Charset.forName(charset));
      byte[] marked = ByteBuffer.allocate(4 + plain.length).put(mark).put(plain).array();
      assertThat(Decoder.decode(marked, null)).as("with its mark").contains(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void decode_utf16_isNotTakenForUtf32(String charset) {
    for (String text :
        new String[] {
          GERMAN, EMOJI, "\u4E00\u4E01".repeat(20) + "abcdefghijklmnopqrstuvwxyz".repeat(10)
        }) {
      byte[] plain = text.getBytes(Charset.forName(charset));
      byte[] mark = "\uFEFF".getBytes(Charset.forName(charset));
      byte[] marked = ByteBuffer.allocate(2 + plain.length).put(mark).put(plain).array();
      assertThat(Decoder.decode(marked, null)).contains(text);
    }
    assertThat(Decoder.decode(GERMAN.getBytes(Charset.forName(charset)), null)).contains(GERMAN);
  }

  @Test
  void decode_iso2022Jp_isRead() {
    byte[] bytes = JAPANESE.getBytes(Charset.forName("ISO-2022-JP"));
    assertThat(Decoder.decode(bytes, null)).contains(JAPANESE);
    assertThat(Decoder.decode(bytes, "text/plain; charset=utf-8")).contains(JAPANESE);
  }

  @Test
  void decode_escapeThatSwitchesNothing_isText() {
    String text = "Shares rose \u001B[1m5%\u001B[0m to $12.";
    assertThat(Decoder.decode(text.getBytes(StandardCharsets.US_ASCII), null)).contains(text);
  }

  @Test
  void decode_zerosOfNoText_areBinary() {
    assertThat(Decoder.decode(new byte[400], null)).isEmpty();
    assertThat(Decoder.decode(ByteBuffer.allocate(400).putInt(1).putInt(2).array(), null))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ISO-2022-JP", "UTF-32LE", "UTF-32BE"})
  void read_pageInTheCharset_isRead(String charset) {
    String page = "<html><head><title>株価</title></head><body><p>" + JAPANESE + "</p></body></html>";
    Reading reading =
        new ArticleReader().read(Document.of(page.getBytes(Charset.forName(charset)), "a.html"));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.One.class, one -> assertThat(one.article().text()).isEqualTo(JAPANESE));
  }

  @Test
  void read_messageInIso2022Jp_isRead() {
    String message =
        "From: a@b.example\nMIME-Version: 1.0\nSubject: =?ISO-2022-JP?B?GyRCM3RBMBsoQg==?=\n"
            + "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: 7bit\n\n"
            + JAPANESE;
    Reading reading =
        new ArticleReader()
            .read(Document.of(message.getBytes(Charset.forName("ISO-2022-JP")), "a.eml"));
    Article article = ((Reading.One) reading).article();
    assertThat(article.text()).isEqualTo(JAPANESE);
    assertThat(article.title()).isEqualTo("株前");
  }
}
