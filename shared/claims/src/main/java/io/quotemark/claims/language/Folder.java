package io.quotemark.claims.language;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a language's data files, which need not be there: a language that is only known by
 * its numbers has a folder with {@code numbers.tsv}, one that nobody wrote of has none.
 */
public final class Folder {
  /** What all languages share. */
  public static final Folder COMMON = new Folder("common", true);

  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

  private final String name;
  private final boolean readable;

  /** Null until it is asked for one. */
  private volatile @Nullable Set<String> traits;

  private Folder(String name, boolean readable) {
    this.name = name;
    this.readable = readable;
  }

  /**
   * @param code ISO 639; no other text is looked for
   */
  public static Folder of(String code) {
    return new Folder(code, CODE.matcher(code).matches());
  }

  boolean has(String file) {
    return readable && Folder.class.getResource(name + "/" + file) != null;
  }

  /** The rows of a file as cells; none where the file is not there. */
  public List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    if (has(file)) {
      for (String line : ShippedLines.of(Folder.class, name + "/" + file)) {
        rows.add(Cells.parts(line, "\t"));
      }
    }
    return rows;
  }

  /** Whether its {@code words.tsv} names the trait: "decimal comma". */
  public boolean hasTrait(String trait) {
    Set<String> known = traits;
    if (known == null) {
      known = new Words(rows(Words.FILE)).of(WordGroup.TRAIT);
      traits = known;
    }
    return known.contains(trait);
  }
}
