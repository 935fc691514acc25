package io.quotemark.claims.answers;

import io.quotemark.claims.amounts.AmountContext;
import io.quotemark.claims.amounts.AmountFinder;
import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.amounts.PlainNumbers;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.listing.Listing;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer with what single words of it are.
 *
 * @param plain the same tokens without the marks of accents, as labels are compared
 * @param amounts by their first token
 * @param mentions by their first token
 * @param home the currency of the market that the text is written for, as a list of one or none
 * @param day of publication, null where it is not known
 */
record AnswerText(
    Tokens tokens,
    Tokens plain,
    Language language,
    Map<Integer, FoundAmount> amounts,
    Map<Integer, Mention> mentions,
    Topics topics,
    TimeReader times,
    NumericDates dates,
    PlainNumbers numbers,
    Labels labels,
    List<String> home,
    @Nullable LocalDate day) {
  static AnswerText of(Article article, Securities securities, EntityFinder entities) {
    Language language = Language.of(article.language());
    LocalDate day = article.published() == null ? null : article.published().date();
    String text = CommaRows.parted(article.text());
    Tokens tokens = Tokens.of(text, language.marks());
    Map<Integer, Mention> mentions = new HashMap<>();
    for (Mention mention :
        entities.find(tokens, article.tickers(), article.language(), null, day)) {
      mentions.put(mention.from(), mention);
    }
    AmountContext context = AmountContext.of(article);
    Map<Integer, FoundAmount> amounts = new HashMap<>();
    for (FoundAmount amount :
        new AmountFinder().find(tokens, context.withListed(currencies(mentions)))) {
      amounts.put(amount.firstToken(), amount);
    }
    String home = context.home();
    return new AnswerText(
        tokens,
        Tokens.of(Labels.plain(text), language.marks()),
        language,
        amounts,
        mentions,
        new Topics(securities, entities, day),
        new TimeReader(language, tokens, day),
        new NumericDates(text, language.monthFirst()),
        new PlainNumbers(tokens, language),
        Labels.shipped(),
        home == null ? List.of() : List.of(home),
        day);
  }

  /** Currencies in which the companies named trade. */
  private static List<String> currencies(Map<Integer, Mention> mentions) {
    return mentions.values().stream()
        .filter(mention -> mention.issuer() != null && !mention.refersBack())
        .map(mention -> mention.listing() != null ? mention.listing() : mention.named().primary())
        .filter(listing -> !listing.id().isIndex() && !listing.id().isCurrencyPair())
        .map(Listing::currency)
        .sorted()
        .distinct()
        .toList();
  }

  String text() {
    return tokens.text();
  }
}
