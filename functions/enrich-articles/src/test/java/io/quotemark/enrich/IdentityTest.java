package io.quotemark.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.runtime.messages.Upload;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static final Upload UPLOAD =
      new Upload("b", "inbox/a.zip", "001", 10, "e", Instant.parse("2025-03-04T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "https://www.Ledger.example/a/, http://ledger.example/a",
    "https://ledger.example/a#claims, https://ledger.example/a",
    "https://ledger.example/?id=7, https://LEDGER.example?id=7"
  })
  void id_ofAnAddressWrittenInTwoWays_isTheSame(String one, String other) {
    assertThat(id(one)).isEqualTo(id(other)).matches("[0-9a-f]{16}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://ledger.example/a, https://ledger.example/A",
    "https://ledger.example/?id=7, https://ledger.example/?id=8",
    "https://ledger.example/a, https://other.example/a",
    "not an address, nor this"
  })
  void id_ofAnotherAddress_isAnother(String one, String other) {
    assertThat(id(one)).isNotEqualTo(id(other));
  }

  @Test
  void id_withoutAnAddress_isThatOfTheUploadAndItsEntry() {
    Article article = Articles.saying("Text.");

    String whole = Identity.id(article, UPLOAD, null);
    assertThat(Identity.id(article, UPLOAD, null)).isEqualTo(whole);
    assertThat(Identity.id(article, UPLOAD, "one.txt"))
        .isNotEqualTo(whole)
        .isNotEqualTo(Identity.id(article, UPLOAD, "two.txt"));
  }

  @Test
  void version_changesWithTheText_andWithNothingElse() {
    assertThat(Identity.version(Articles.saying("Text.")))
        .isEqualTo(Identity.version(Articles.saying("Text.")))
        .isEqualTo(Identity.version(Articles.saying("Text.").read(.4)))
        .isNotEqualTo(Identity.version(Articles.saying("Another.")));
  }

  private static String id(String address) {
    return Identity.id(Articles.at(address), UPLOAD, null);
  }
}
