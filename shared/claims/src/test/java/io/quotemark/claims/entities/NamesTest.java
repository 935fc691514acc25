package io.quotemark.claims.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Securities MASTER = MasterFile.load();
  private static final Names NAMES = new Names(MASTER);

  /** Names are looked up by how they begin: none may be missed for that. */
  @Test
  void everyName_isFound_asItIsPrinted_andWithoutItsLegalForms() {
    List<String> missed = new ArrayList<>();
    for (Issuer issuer : MASTER.issuers()) {
      if (issuer.isCurrencyPair()) {
        continue;
      }
      List<String> printed = new ArrayList<>(issuer.aliases());
      printed.add(issuer.name());
      for (String name : printed) {
        List<String> words = Names.words(name);
        int shortest = words.size();
        while (shortest > 1 && LegalForms.trailing(words.get(shortest - 1))) {
          shortest--;
        }
        boolean whole = found(name + " said on Monday", words, issuer);
        boolean cut = found(start(name, shortest) + " rose", words.subList(0, shortest), issuer);
        if (!whole || !cut) {
          missed.add(name);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  /** A name that is the beginning of another comes once, behind the longer one. */
  @Test
  void names_ofOneBeginning_comeOnce_theLongestFirst() {
    List<Names.Name> names =
        NAMES.at(Tokens.of("Alibaba Group Holding Limited rose.", Language.of("en").marks()), 0);
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names.getFirst().words()).hasSize(4);
    assertThat(names.getLast().words()).containsExactly("alibaba");
  }

  private static boolean found(String text, List<String> words, Issuer issuer) {
    if (words.size() == 1
        && (words.getFirst().length() < 2 || LegalForms.trailing(words.getFirst()))) {
      return true; // too short to be a name
    }
    return NAMES.at(Tokens.of(text, Language.of("en").marks()), 0).stream()
        .anyMatch(name -> name.words().equals(words) && name.bearer().equals(issuer));
  }

  /** The name up to so many of its words. */
  private static String start(String name, int words) {
    return name.substring(0, Tokens.ofPhrase(name).get(words - 1).end());
  }
}
