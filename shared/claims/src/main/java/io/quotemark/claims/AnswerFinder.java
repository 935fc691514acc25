package io.quotemark.claims;

import io.quotemark.claims.answers.AnswerReader;
import io.quotemark.claims.answers.Structured;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Statements;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an answer of an assistant: its tables, cards and lists as well as its sentences. Spans are
 * of the answer's own text.
 */
public final class AnswerFinder {
  private final Securities securities;
  private final EntityFinder entities;
  private final ListingChooser chooser = new ListingChooser();
  private final ClaimFinder sentences;

  /**
   * @param sentences finds what sentences say
   */
  public AnswerFinder(Securities securities, ClaimFinder sentences) {
    this.securities = securities;
    this.entities = new EntityFinder(securities);
    this.sentences = sentences;
  }

  /**
   * @param explain whether to keep a trace of which rule fired or lost in the sentences
   */
  public Statements find(Article answer, boolean explain) {
    Structured structured = AnswerReader.read(answer, securities, entities);
    Statements all = sentences.mentions(answer);
    Statements said =
        sentences.find(answer.with(structured.sentences(), answer.furniture()), explain);
    List<Claim> claims = new ArrayList<>();
    Offsets offsets = new Offsets(answer.text());
    for (Claim claim : said.claims()) {
      claims.add(claim.toBuilder().at(inAnswer(claim.at(), offsets)).build());
    }
    return new Statements(
        all.amounts(),
        all.entities(),
        structured.with(claims, chooser, entities, answer.tickers()),
        said.rules(),
        said.trace());
  }

  /** The same place with the answer's own characters: a sign of emphasis may stand inside. */
  private static Span inAnswer(Span at, Offsets offsets) {
    return at.in() == Span.Part.TEXT
        ? offsets.span(at.in(), offsets.charIndex(at.start()), offsets.charIndex(at.end()))
        : at;
  }
}
