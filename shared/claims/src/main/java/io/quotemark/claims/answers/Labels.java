package io.quotemark.claims.answers;

import io.quotemark.claims.language.Cells;
import io.quotemark.claims.language.Folder;
import io.quotemark.claims.text.Marks;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.Window;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of all languages by their words; read once, when the first answer comes. */
final class Labels {
  private static final String FILE = "labels.tsv";
  private static final String LANGUAGES = "language";
  private static final String KEY = "key+";

  private final Phrases<Label> words = new Phrases<>();
  private final Phrases<Label> keys = new Phrases<>();

  private Labels() {
    List<List<String>> common = Folder.COMMON.rows(FILE);
    add(common.stream().filter(row -> !row.getFirst().equals(LANGUAGES)).toList());
    for (List<String> row : common) {
      if (row.getFirst().equals(LANGUAGES)) {
        Cells.phrases(row.get(1)).forEach(code -> add(Folder.of(code).rows(FILE)));
      }
    }
  }

  private static final class Shipped {
    static final Labels LABELS = new Labels();
  }

  static Labels shipped() {
    return Shipped.LABELS;
  }

  private void add(List<List<String>> rows) {
    for (List<String> row : rows) {
      boolean ofKeys = row.getFirst().startsWith(KEY);
      Label label = label(ofKeys ? row.getFirst().substring(KEY.length()) : row.getFirst());
      for (String phrase : Cells.phrases(row.get(1))) {
        String plain = plain(phrase);
        if (!ofKeys) {
          words.add(plain, label);
        }
        keys.add(plain, label);
      }
    }
  }

  private static Label label(String what) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    Window stretch = null;
    for (String part : Cells.parts(what, "+")) {
      Feature feature = feature(part);
      if (feature == null) {
        stretch = Window.parse(part);
      } else {
        features.add(feature);
      }
    }
    return new Label(features, stretch);
  }

  private static @Nullable Feature feature(String name) {
    for (Feature feature : Feature.values()) {
      if (feature.name().toLowerCase(Locale.ROOT).equals(name)) {
        return feature;
      }
    }
    return null;
  }

  /** The longest label that begins at the token; its text is {@link #plain}. */
  Phrases.@Nullable Match<Label> at(Tokens plain, int token, int limit) {
    return words.longest(plain, token, limit);
  }

  /** What the name of a field says; null where a word of it is unknown. */
  @Nullable Label ofKey(String name) {
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char here = name.charAt(i);
      boolean piece =
          i > 0
              && ((Character.isUpperCase(here) && Character.isLowerCase(name.charAt(i - 1)))
                  || (Character.isLetter(here) && Character.isDigit(name.charAt(i - 1)))
                  || (Character.isDigit(here) && Character.isLetter(name.charAt(i - 1))));
      spaced.append(piece ? " " : "").append(here == '_' || here == '.' ? ' ' : here);
    }
    Tokens tokens = Tokens.of(plain(spaced.toString()), Marks.NONE);
    Label all = Label.NONE;
    int at = 0;
    while (at < tokens.size()) {
      Phrases.Match<Label> match = keys.longest(tokens, at, tokens.size());
      if (match == null) {
        return null;
      }
      all = all.plus(match.value());
      at = match.end();
    }
    return all;
  }

  /** The text without the marks of accents of Latin letters, as long as it was. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here >= 0xC0 && here < 0x250) {
        plain.setCharAt(
            i, Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD).charAt(0));
      }
    }
    return plain.toString();
  }
}
