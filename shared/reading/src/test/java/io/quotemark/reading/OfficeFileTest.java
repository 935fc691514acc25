package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeFileTest {
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
  };

  private final ArticleReader reader = new ArticleReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml,_rels/.rels,word/document.xml",
        "[Content_Types].xml,xl/workbook.xml",
        "_rels/.rels,ppt/presentation.xml",
        "word/document.xml,[Content_Types].xml",
        "a.txt,b.txt,[Content_Types].xml"
      })
  void read_officeOpenXml_isNotUnpacked(String names) throws IOException {
    refused(zip(names.split(",", -1)));
  }

  @Test
  void read_openDocument_isNotUnpacked() throws IOException {
    refused(openDocument());
  }

  @Test
  void read_officeFileOfBefore2007_isRefused() {
    refused(OLE);
  }

  @Test
  void read_richText_isRefused() {
    refused("{\\rtf1\\ansi Shares rose 5% to $12.}".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void read_officeFileInABundle_isRefusedForThatEntry() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.odt"));
      zip.write(openDocument());
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write("Shares of the lamp maker rose 5% to $12.".getBytes(StandardCharsets.UTF_8));
    }
    Reading.Bundle bundle =
        (Reading.Bundle) reader.read(Document.of(out.toByteArray(), "bundle.zip"));
    refused(bundle.entries().getFirst().reading());
    assertThat(bundle.entries().getLast().reading()).isInstanceOf(Reading.One.class);
  }

  @Test
  void read_zipOfAFolderNamedAsInAnOfficeFile_isUnpacked() throws IOException {
    Reading reading = reader.read(Document.of(zip("word/a.html"), "bundle.zip"));
    assertThat(((Reading.Bundle) reading).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.reading()).isInstanceOf(Reading.One.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004", "PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void read_beginningOfAZip_isNoOfficeFile(String bytes) {
    Reading reading =
        reader.read(Document.of(bytes.getBytes(StandardCharsets.ISO_8859_1), "a.zip"));
    assertThat(((Reading.Rejected) reading).code()).isNotEqualTo(Reading.Code.UNSUPPORTED_FORMAT);
  }

  private void refused(byte[] bytes) {
    refused(reader.read(Document.of(bytes, "a")));
  }

  private static void refused(Reading reading) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(Reading.Code.UNSUPPORTED_FORMAT);
              assertThat(rejected.message()).contains("office document", "Save it as text or HTML");
            });
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<p>Shares rose 5% to $12.</p>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** As OpenDocument asks: the first entry is its type, not compressed. */
  private static byte[] openDocument() throws IOException {
    byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write("<p>Shares rose 5% to $12.</p>".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
