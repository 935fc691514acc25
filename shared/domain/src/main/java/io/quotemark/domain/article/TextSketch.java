package io.quotemark.domain.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A text in so few bytes that texts can be compared without being read again: MinHash over runs of
 * three words (of six signs where a text writes no spaces). Two sketches tell how much the texts
 * have in common. A text is kept under one name, of the run that comes first in a random order of
 * all runs, and texts like it are looked for under the names of its own first few: where most runs
 * are common to both, the other's first is one of them. The same text gives the same sketch on
 * every machine.
 *
 * <p>Broder, On the resemblance and containment of documents (1997); Li and König, b-Bit Minwise
 * Hashing (2010); asking under several names for what is kept under one: Lv et al., Multi-Probe LSH
 * (2007).
 */
public final class TextSketch {
  /** Hash functions; the degree's standard error is at most 0.5/√128, about 0.044. */
  private static final int HASHES = 128;

  /**
   * Under three names a text like this one is found in 94 % of cases where they are alike to a
   * degree of 0.9, in 82 % of 0.7, in 66 % of 0.5; more names would find hardly more.
   */
  private static final int NAMES = 3;

  /** Bytes of a name: texts that share one by chance are told apart by their sketches. */
  private static final int NAME_BYTES = 6;

  /** Letters of a run that says more than {@code in a statement}, which stands in many texts. */
  private static final int TELLING = 15;

  /** A text of fewer runs than this is compared as a whole or not at all. */
  private static final int LEAST_RUNS = 20;

  /** Makes the order of names another than those of the sketch. */
  private static final long ORDER = 0x71A3C94E5B60D28FL;

  private static final int WORDS = 3;
  private static final int SIGNS = 6;

  private final String content;
  private final int runs;
  private final byte[] low;
  private final List<String> names;

  private TextSketch(String content, int runs, byte[] low, List<String> names) {
    this.content = content;
    this.runs = runs;
    this.low = low;
    this.names = List.copyOf(names);
  }

  /** Letter case, punctuation and white space make no difference. */
  public static TextSketch of(String text) {
    List<String> tokens = tokens(text);
    String content = digest(String.join(" ", tokens));
    Set<Long> telling = new HashSet<>();
    Set<Long> runs = runs(tokens, telling);
    long[] least = new long[HASHES];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long run : runs) {
      for (int i = 0; i < HASHES; i++) {
        least[i] = Math.min(least[i], mixed(run + i * 0x9E3779B97F4A7C15L));
      }
    }
    byte[] low = new byte[HASHES];
    for (int i = 0; i < HASHES; i++) {
      low[i] = (byte) least[i];
    }
    List<String> names = new ArrayList<>();
    if (runs.size() >= LEAST_RUNS) {
      names(telling.size() >= LEAST_RUNS ? telling : runs, names);
    } else if (!tokens.isEmpty()) {
      names.add(content.substring(0, 2 * NAME_BYTES));
    }
    return new TextSketch(content, runs.size(), low, names);
  }

  /** The first runs in a random order that is the same for all texts. */
  private static void names(Set<Long> runs, List<String> into) {
    long[] order = new long[runs.size()];
    int place = 0;
    for (long run : runs) {
      order[place++] = mixed(run ^ ORDER) >>> (8 * (Long.BYTES - NAME_BYTES));
    }
    Arrays.sort(order);
    for (int i = 0; i < Math.min(NAMES, order.length); i++) {
      into.add(HexFormat.of().toHexDigits(order[i], 2 * NAME_BYTES));
    }
  }

  /** As {@link #bytes} wrote it; its names are not known. */
  public static TextSketch parse(byte[] bytes) {
    if (bytes.length != 8 + Integer.BYTES + HASHES) {
      throw new IllegalArgumentException("not a sketch: " + bytes.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] content = new byte[8];
    in.get(content);
    int runs = in.getInt();
    byte[] low = new byte[HASHES];
    in.get(low);
    return new TextSketch(HexFormat.of().formatHex(content), runs, low, List.of());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(8 + Integer.BYTES + HASHES)
        .put(HexFormat.of().parseHex(content))
        .putInt(runs)
        .put(low)
        .array();
  }

  /** Digest of the words in order: 16 hexadecimal digits. */
  public String content() {
    return content;
  }

  /**
   * Names under which texts like this one are looked for, 12 hexadecimal digits each; this one is
   * kept under the first. One alone for a text too short to sketch, none for an empty one.
   */
  public List<String> names() {
    return names;
  }

  /** How two texts belong together. */
  public enum Kinship {
    /** The same words in the same order. */
    IDENTICAL,
    /** Nearly all in common: a syndicated copy, a corrected figure. */
    COPY,
    /** The shorter stands nearly whole in the longer: an excerpt, an update that only adds. */
    EXCERPT,
    /** A good part in common: an update, a rewrite of the same copy. */
    REWRITE,
    NONE
  }

  /** Estimated share of runs that two texts have in common of all their runs, 0 to 1. */
  public double degree(TextSketch other) {
    if (content.equals(other.content)) {
      return 1;
    }
    if (runs < LEAST_RUNS || other.runs < LEAST_RUNS) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += low[i] == other.low[i] ? 1 : 0;
    }
    // one in 256 agrees by chance
    double chance = 1.0 / 256;
    return Math.max(0, ((double) same / HASHES - chance) / (1 - chance));
  }

  public Kinship kinship(TextSketch other) {
    if (content.equals(other.content)) {
      return Kinship.IDENTICAL;
    }
    double degree = degree(other);
    double common = degree / (1 + degree) * (runs + other.runs);
    double covered = common / Math.max(1, Math.min(runs, other.runs));
    if (degree >= 0.8) {
      return Kinship.COPY;
    }
    if (degree < 0.2) {
      return Kinship.NONE;
    }
    return covered >= 0.8 ? Kinship.EXCERPT : Kinship.REWRITE;
  }

  /**
   * @param telling is given those that say something
   */
  private static Set<Long> runs(List<String> tokens, Set<Long> telling) {
    int signs = 0;
    for (String token : tokens) {
      signs += token.codePointAt(0) >= 0x2E80 ? 1 : 0;
    }
    int length = signs * 2 > tokens.size() ? SIGNS : WORDS;
    Set<Long> out = new HashSet<>();
    for (int i = 0; i + length <= tokens.size(); i++) {
      long hash = length;
      int letters = 0;
      for (String token : tokens.subList(i, i + length)) {
        for (int c = 0; c < token.length(); c++) {
          hash = hash * 0x100000001B3L ^ token.charAt(c);
        }
        hash = mixed(hash);
        letters += token.length();
      }
      out.add(hash);
      if (letters >= TELLING) {
        telling.add(hash);
      }
    }
    return out;
  }

  /** Words in lower case; each Han and kana sign by itself. */
  private static List<String> tokens(String text) {
    List<String> out = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int printed = text.codePointAt(i);
      width = Character.charCount(printed);
      int c = Character.toLowerCase(printed);
      boolean sign = c >= 0x3040 && c <= 0x9FFF;
      if (!word.isEmpty() && (sign || !Character.isLetterOrDigit(c))) {
        out.add(word.toString());
        word.setLength(0);
      }
      if (sign) {
        out.add(Character.toString(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      }
    }
    if (!word.isEmpty()) {
      out.add(word.toString());
    }
    return out;
  }

  /** Finalizer of splitmix64: every bit of the input changes half of the output's. */
  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
