package io.quotemark.market;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.context.ClaimSessions;
import io.quotemark.market.context.Contexts;
import io.quotemark.market.odds.Weighing;
import io.quotemark.market.verdicts.ClaimGroups;
import io.quotemark.market.verdicts.ClaimJudge;
import io.quotemark.market.verdicts.Market;
import io.quotemark.market.verdicts.TapeChoice;
import io.quotemark.market.verdicts.TickGrid;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what price history says about an article: which history that takes, and with it the
 * verdict of every claim. Deterministic: the same article, statements and tape give the same answer
 * at any time.
 */
public final class Judge {
  /** Grows with every change that can change a verdict (rule 16). */
  public static final String RULES = Versions.VERDICT_RULES;

  private final Calendars calendars;
  private final Securities securities;
  private final TickGrid ticks = TickGrid.load();
  private final Contexts contexts;
  private final TradedDays traded;
  private final Weighing weighing;

  public Judge(Calendars calendars, Securities securities) {
    this(calendars, securities, Weighing.shipped());
  }

  public Judge(Calendars calendars, Securities securities, Weighing weighing) {
    this.calendars = calendars;
    this.securities = securities;
    this.contexts = new Contexts(calendars, securities);
    this.traded = new TradedDays(calendars);
    this.weighing = weighing;
  }

  /** The history that {@link #judge} and the context look at. */
  public TapeRequest needs(Article article, Statements statements) {
    TapeRequest ofClaims = Needs.of(article, statements, securities);
    Set<ListingId> all = new HashSet<>(ofClaims.listings());
    List<ListingId> claimed = new ArrayList<>();
    for (Claim claim : statements.claims()) {
      if (claim.listing() != null && claim.kind().ofPrices()) {
        claimed.add(claim.listing().id());
      }
    }
    all.addAll(contexts.needs(claimed, statements.amounts()));
    return new TapeRequest(all, ofClaims.from(), ofClaims.to());
  }

  /**
   * The sessions whose minutes can change verdicts that were reached without them: of trading
   * outside of a session, of the price at a time, and of figures printed while a session ran.
   */
  public Set<ListingSession> minutes(CheckedArticle checked) {
    return MinuteNeeds.of(checked, calendars);
  }

  /** All claims with their verdicts, in reading order, and the context of their listings. */
  public CheckedArticle judge(Article article, Statements statements, Tape stored) {
    Tape tape = traded.of(stored);
    Market market = new Market(calendars, securities, ticks, tape, article.published());
    ClaimJudge judge = new ClaimJudge(market, article.published());
    List<Claim> read = new TapeChoice(market, article.published()).of(statements.claims());
    Map<Claim, Verdict> verdicts = new LinkedHashMap<>();
    for (List<Claim> group : ClaimGroups.of(read)) {
      verdicts.putAll(judge.judge(group));
    }
    List<CheckedClaim> first = new ArrayList<>();
    for (Claim claim : read) {
      Verdict verdict = verdict(verdicts, claim);
      Optional<String> told = TapeChoice.told(claim);
      first.add(new CheckedClaim(claim, told.isPresent() ? verdict.because(told.get()) : verdict));
    }
    List<CheckedClaim> claims =
        weighing.weigh(first, statements.entities(), judge.accusations(), article.sourceKind());
    List<ListingContext> context =
        contexts.of(
            article, statements, ClaimSessions.of(claims, calendars, article.published()), tape);
    boolean sample = false;
    for (CheckedClaim claim : claims) {
      sample |= claim.verdict().flags().contains(Verdict.Flag.SAMPLE_DATA);
    }
    for (ListingContext of : context) {
      sample |= of.sample();
    }
    return new CheckedArticle(
        article,
        statements.amounts(),
        statements.entities(),
        claims,
        context,
        contexts.conversions(article, statements, tape),
        new Versions(
            statements.rules() + "+" + RULES, securities.version(), BarsDigest.of(tape, claims)),
        sample,
        statements.trace());
  }

  private static Verdict verdict(Map<Claim, Verdict> verdicts, Claim claim) {
    Verdict verdict = verdicts.get(claim);
    if (verdict == null) {
      throw new IllegalStateException("no verdict for " + claim.id());
    }
    return verdict;
  }
}
