package io.quotemark.serve.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadsPageTest {
  @Test
  void keyOfAnUpload_isOneWordForAShell() {
    assertThat(UploadsPage.quoted("inbox/a-b.txt")).isEqualTo("inbox/a-b.txt");
    assertThat(UploadsPage.quoted("inbox/it's $(x).txt")).isEqualTo("'inbox/it'\\''s $(x).txt'");
  }
}
