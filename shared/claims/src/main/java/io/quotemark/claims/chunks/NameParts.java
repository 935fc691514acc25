package io.quotemark.claims.chunks;

import io.quotemark.claims.entities.ExchangeTag;
import io.quotemark.claims.entities.FormBehind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one name of its parts: "Dow Jones" and "average", "Alibaba" and "(NYSE: BABA)". */
final class NameParts {
  private static final int LONGEST_CODE = 8;

  private final Tokens tokens;

  /** By first token. */
  private final Map<Integer, Mention> names;

  NameParts(Tokens tokens, Map<Integer, Mention> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** Gives the name before a tag the listing that the tag names; an index may stand unnamed. */
  void tag(List<Chunk> chunks, int from, int to) {
    if (chunks.isEmpty()) {
      return;
    }
    dropForm(chunks, from);
    dropRest(chunks, from, to);
    Chunk named = chunks.getLast();
    listing(chunks, from, to);
    if (isCompany(named) && named.to() == from && chunks.getLast() instanceof Chunk.Name name) {
      Issuer issuer = name.mention().named();
      ExchangeTag exchange = ExchangeTag.of(tokens, from, to, issuer);
      if (exchange != null) {
        Mention mention = name.mention().with(exchange);
        chunks.set(
            chunks.size() - 1,
            new Chunk.Name(name.category(), name.from(), name.to(), mention, name.skipped()));
      }
    }
  }

  /** "Apple, Inc. (AAPL)", "Nvidia Corp. (NVDA)": the legal form and its marks are of the name. */
  private void dropForm(List<Chunk> chunks, int tag) {
    int form = chunks.size();
    while (form > 0
        && FormBehind.only(tokens, chunks.get(form - 1).from(), chunks.get(form - 1).to())) {
      form--;
    }
    boolean behindName =
        form > 0
            && form < chunks.size()
            && chunks.get(form - 1) instanceof Chunk.Name name
            && name.to() == chunks.get(form).from()
            && chunks.getLast().to() == tag;
    if (behindName && chunks.get(form - 1) instanceof Chunk.Name name) {
      chunks.subList(form, chunks.size()).clear();
      chunks.set(
          form - 1,
          new Chunk.Name(name.category(), name.from(), tag, name.mention(), name.skipped()));
    }
  }

  /** "ソニーグループ（6758）": what stands between a name and its own ticker is of the name. */
  private void dropRest(List<Chunk> chunks, int from, int to) {
    int rest = chunks.size();
    while (rest > 0
        && chunks.get(rest - 1).category() == Category.WORD
        && chunks.get(rest - 1).skipped().isEmpty()) {
      rest--;
    }
    boolean whole = rest > 0 && rest < chunks.size() && chunks.getLast().to() == from;
    if (whole
        && chunks.get(rest - 1) instanceof Chunk.Name name
        && name.to() == chunks.get(rest).from()
        && isOwn(name.mention(), from, to)) {
      chunks.subList(rest, chunks.size()).clear();
      chunks.set(
          rest - 1,
          new Chunk.Name(name.category(), name.from(), from, name.mention(), name.skipped()));
    }
  }

  /** Whether the tag prints a ticker of the company that the name names. */
  private boolean isOwn(Mention name, int from, int to) {
    Issuer issuer = name.issuer();
    for (int i = from; issuer != null && i < to; i++) {
      String printed = tokens.printed(i, i);
      if (issuer.listings().stream().anyMatch(line -> line.id().ticker().equals(printed))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it names a company that the securities master knows by that name. */
  private static boolean isCompany(Chunk chunk) {
    return chunk.category() == Category.ISSUER
        && chunk instanceof Chunk.Name name
        && name.mention().issuer() != null
        && name.mention().kind() == Mention.Kind.NAME;
  }

  private void listing(List<Chunk> chunks, int from, int to) {
    for (int i = from; i < to; i++) {
      Mention tag = names.get(i);
      Chunk last = chunks.getLast();
      Chunk tagged = tag == null ? null : tagged(last, tag, from, to);
      if (tagged != null) {
        chunks.set(chunks.size() - 1, tagged);
        return;
      }
    }
  }

  private @Nullable Chunk tagged(Chunk last, Mention tag, int from, int to) {
    boolean index = tag.issuer() != null && tag.issuer().isIndex();
    if (index && isUnnamed(last, from)) {
      Mention name = tag.in(last.from(), to, tokens.printed(last.from(), last.to() - 1));
      return new Chunk.Name(Category.INDEX, last.from(), to, name, last.skipped());
    }
    if (tag.isTicker() && last instanceof Chunk.Name before) {
      Mention name = before.mention().tagged(tag);
      return name.issuer() == null
          ? new Chunk.Name(last.category(), last.from(), last.to(), name, last.skipped())
          : Chunk.Name.of(name, last.from(), last.to(), last.skipped());
    }
    return null;
  }

  private static boolean isUnnamed(Chunk last, int tag) {
    return switch (last.category()) {
      case WORD, VENUE -> true;
      case NAME -> last.to() == tag;
      case INDEX -> last instanceof Chunk.Term;
      case METRIC -> last.has("survey"); // "the S&P telecom services index .GSPL"
      default -> false;
    };
  }

  /** Whether a chunk goes on with the name before it. */
  boolean joins(Chunk last, Chunk chunk) {
    if (chunk.category() == Category.INDEX && chunk instanceof Chunk.Term) {
      return switch (last.category()) {
        case NAME, INDEX, ISSUER -> true;
        default -> false;
      };
    }
    if (!(chunk instanceof Chunk.Name name) || chunk.from() != last.to()) {
      return false;
    }
    if (chunk.category() == Category.NAME) {
      return (last.category() == Category.ISSUER
              && FormBehind.shortOne(tokens, chunk.from(), chunk.to()))
          || (last.category() == Category.INDEX && isCode(chunk));
    }
    return last instanceof Chunk.Name before
        && name.mention().issuer() != null
        && name.mention().issuer().equals(before.mention().issuer());
  }

  /** "index IELEC": its code. */
  private boolean isCode(Chunk chunk) {
    String printed = tokens.printed(chunk.from(), chunk.to() - 1);
    return printed.length() <= LONGEST_CODE && printed.chars().allMatch(Character::isUpperCase);
  }

  Chunk joined(Chunk last, Chunk chunk) {
    boolean index = chunk.category() == Category.INDEX;
    Mention name = joined(last instanceof Chunk.Name named ? named.mention() : null, last, chunk);
    return new Chunk.Name(
        index ? Category.INDEX : last.category(), last.from(), chunk.to(), name, last.skipped());
  }

  private Mention joined(@Nullable Mention before, Chunk last, Chunk chunk) {
    int from = last.from();
    int to = chunk.to();
    if (before == null) {
      return Mention.unknown(from, to, tokens.printed(from, to - 1));
    }
    // "Nasdaq" and "index": the company is not meant
    boolean another = chunk.category() == Category.INDEX && last.category() == Category.ISSUER;
    return another
        ? before.in(from, to, before.printed()).ofNobodyKnown()
        : before.in(from, to, before.printed());
  }
}
