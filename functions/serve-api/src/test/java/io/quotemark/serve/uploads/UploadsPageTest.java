package io.quotemark.serve.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UploadsPageTest {
  @Test
  void document_isOnItsWay_orNotThere() {
    UploadsPage.Upload waits =
        new UploadsPage.Upload("inbox/a.txt", "processing", null, List.of(), null, false);
    assertThat(UploadsPage.one("inbox/a.txt", List.of(waits)))
        .contains("inbox/a.txt is being read and checked", "http-equiv=\"refresh\"");
    assertThat(UploadsPage.one("inbox/b.txt", List.of())).contains("inbox/b.txt is not there yet");
  }

  @Test
  void keyOfAnUpload_isOneWordForAShell() {
    assertThat(UploadsPage.quoted("inbox/a-b.txt")).isEqualTo("inbox/a-b.txt");
    assertThat(UploadsPage.quoted("inbox/it's $(x).txt")).isEqualTo("'inbox/it'\\''s $(x).txt'");
  }
}
