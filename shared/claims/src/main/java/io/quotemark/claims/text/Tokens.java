package io.quotemark.claims.text;

import io.quotemark.domain.article.Offsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text as tokens with its sentences and paragraphs. Immutable; built in time linear in the
 * length. All offsets are UTF-16 chars; {@link #offsets()} maps them to code points.
 */
public final class Tokens {
  private final String text;
  private final List<Token> tokens;

  /** Index of the first token of each sentence and of each paragraph, ascending, first 0. */
  private final int[] sentences;

  private final int[] paragraphs;

  /** The sentence of each token: asked for too often to search. */
  private final int[] sentenceOf;

  private final Offsets offsets;

  private Tokens(String text, List<Token> tokens, int[] sentences, int[] paragraphs) {
    this.text = text;
    this.tokens = tokens;
    this.sentences = sentences;
    this.paragraphs = paragraphs;
    this.sentenceOf = new int[tokens.size()];
    for (int sentence = 0; sentence < sentences.length; sentence++) {
      Arrays.fill(sentenceOf, sentences[sentence], sentenceEnd(sentence), sentence);
    }
    this.offsets = new Offsets(text);
  }

  public static Tokens of(String text, Marks marks) {
    List<Token> tokens = List.copyOf(new Tokenizer(text, marks).tokens());
    SentenceBounds bounds = SentenceBounds.of(text, tokens, marks);
    return new Tokens(text, tokens, bounds.sentences(), bounds.paragraphs());
  }

  /** The tokens of a name or a phrase, whose sentences nobody asks for. */
  public static List<Token> ofPhrase(String text) {
    return List.copyOf(new Tokenizer(text, Marks.NONE).tokens());
  }

  public String text() {
    return text;
  }

  public Offsets offsets() {
    return offsets;
  }

  public int size() {
    return tokens.size();
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** Whether a bracket with a market and a ticker opens at the token: "(NYSE: BABA)". */
  public boolean opensTag(int token) {
    return is(token, "(")
        && token + 1 < size()
        && capitalised(token + 1)
        && (is(token + 2, ":") || is(token + 3, ":"));
  }

  public Token get(int token) {
    return tokens.get(token);
  }

  public List<Token> list() {
    return tokens;
  }

  /** Whether token {@code i} exists and reads {@code lower}. */
  public boolean is(int token, String lower) {
    return token >= 0 && token < tokens.size() && tokens.get(token).lower().equals(lower);
  }

  /** The text as printed from the first char of one token to the last of another, inclusive. */
  public String printed(int firstToken, int lastToken) {
    return text.substring(tokens.get(firstToken).start(), tokens.get(lastToken).end());
  }

  public String printed(int token) {
    return printed(token, token);
  }

  /** Whether white space stands before the token (the first token has none). */
  public boolean spaceBefore(int token) {
    return token > 0 && tokens.get(token).start() > tokens.get(token - 1).end();
  }

  /** Whether the token begins with a capital letter. */
  public boolean capitalised(int token) {
    return Character.isUpperCase(text.codePointAt(tokens.get(token).start()));
  }

  /** Whether the token begins small and goes on with a capital and small letters: "eBay". */
  public boolean capitalInside(int token) {
    Token one = tokens.get(token);
    for (int i = one.start() + 1; i + 1 < one.end(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The first token that ends behind the char; {@link #size()} where none does. */
  public int at(int charIndex) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > charIndex) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  public int sentenceCount() {
    return sentences.length;
  }

  /** The sentence that holds the token. */
  public int sentenceOf(int token) {
    return sentenceOf[token];
  }

  /** The first token of the sentence. */
  public int sentenceStart(int sentence) {
    return sentences[sentence];
  }

  /** The token behind the last of the sentence. */
  public int sentenceEnd(int sentence) {
    return sentence + 1 < sentences.length ? sentences[sentence + 1] : tokens.size();
  }

  public int paragraphCount() {
    return paragraphs.length;
  }

  /** The paragraph that holds the token. */
  public int paragraphOf(int token) {
    int found = Arrays.binarySearch(paragraphs, token);
    return found >= 0 ? found : -found - 2;
  }
}
