package io.quotemark.claims.chunks;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.domain.price.PriceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts sentences into chunks: amounts, names, times and words of the trade. */
public final class Chunker {
  private final Tokens tokens;
  private final Language language;
  private final TimeReader times;

  /** By first token. */
  private final Map<Integer, FoundAmount> amounts;

  private final Map<Integer, Mention> names;
  private final ChunkReader reader;
  private final NameParts parts;

  /**
   * @param amounts by first token
   * @param names by first token
   */
  public Chunker(
      Tokens tokens,
      Language language,
      TimeReader times,
      Map<Integer, FoundAmount> amounts,
      Map<Integer, Mention> names) {
    this.tokens = tokens;
    this.language = language;
    this.times = times;
    this.amounts = Map.copyOf(amounts);
    this.names = Map.copyOf(names);
    this.reader = new ChunkReader(tokens, language, times, this.amounts, this.names);
    this.parts = new NameParts(tokens, this.names);
  }

  /**
   * @param number which sentence of the text
   */
  public Sentence sentence(int number) {
    List<Chunk> chunks = new ArrayList<>();
    Skipped skipped = Skipped.NOTHING;
    int start = tokens.sentenceStart(number);
    int limit = tokens.sentenceEnd(number);
    TickerTags tags = new TickerTags(tokens, language, limit);
    int i = start;
    while (i < limit) {
      int tag = tagEnd(tags, i);
      if (tag > i) {
        parts.tag(chunks, i, tag);
        i = tag;
      } else if (isSign(i)) {
        i++;
      } else {
        Chunk last = chunks.isEmpty() ? null : chunks.getLast();
        Chunk chunk = closing(last, i, limit, skipped);
        if (chunk == null) {
          chunk = reader.at(i, start, limit, skipped, last);
        }
        if (chunk.category() == Category.SKIP) {
          skipped = skipped.with(phrase(chunk));
        } else if (last != null && parts.joins(last, chunk)) {
          chunks.set(chunks.size() - 1, parts.joined(last, chunk));
        } else {
          chunks.add(chunk);
          skipped = Skipped.NOTHING;
        }
        i = chunk.to();
      }
    }
    Sectors.join(tokens, chunks);
    return Sentence.of(tokens, number, chunks, language);
  }

  /** Behind the ticker tag that begins at the token, or the token itself where none does. */
  private int tagEnd(TickerTags tags, int i) {
    Mention name = names.get(i);
    boolean taken = amounts.containsKey(i) || (name != null && !name.isTicker());
    return taken ? i : Math.max(i, tags.end(i));
  }

  /** Whether the token is the sign of the amount behind it. */
  private boolean isSign(int i) {
    FoundAmount next = amounts.get(i + 1);
    return next != null
        && next.sign() != 0
        && tokens.get(i).length() == 1
        && !amounts.containsKey(i)
        && !tokens.get(i).isWord()
        && !tokens.is(i, "(");
  }

  private Skipped.Phrase phrase(Chunk chunk) {
    String words = tokens.printed(chunk.from(), chunk.to() - 1).toLowerCase(Locale.ROOT);
    return new Skipped.Phrase(
        words, chunk instanceof Chunk.Term term ? term.lexeme().marks().keySet() : Set.of());
  }

  /** "ended the year", "to finish 2011": the stretch that what follows is measured over. */
  private @Nullable Chunk closing(@Nullable Chunk last, int i, int limit, Skipped skipped) {
    boolean closes =
        last != null
            && (last.category() == Category.TRADE || last.category() == Category.TO)
            && last.field() == PriceField.CLOSE;
    TimeExpression time = closes && !amounts.containsKey(i) ? times.closing(i, limit) : null;
    return time == null ? null : new Chunk.Time(i, time, skipped);
  }
}
