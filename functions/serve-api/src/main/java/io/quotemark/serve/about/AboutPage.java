package io.quotemark.serve.about;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Badges;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.Arrays;
import java.util.List;

/** How verdicts are made, for someone who sees one for the first time. */
public final class AboutPage {
  private AboutPage() {}

  /**
   * @param rules version of the rules in force
   * @param master version of the securities master in force
   */
  public static String of(String rules, String master) {
    return Layout.page(
        Layout.of("How verdicts are made").at(Layout.Place.ABOUT),
        Template.of(
                """
                <div class="prose">
                <h1>How verdicts are made</h1>
                <p>Quotemark reads an article as it was scraped, finds what it says about share prices, resolves each statement to the
                exact listing, and compares it with the price history as it stood when the article was published.</p>
                <h2>The steps</h2>
                <ol>
                <li><strong>What it says.</strong> “rose 0.7% to HK$139.40” is two claims: a move and a price. Targets, offers and forecasts
                are told apart, so that they are never taken for one.</li>
                <li><strong>Which listing.</strong> A tag in the text weighs more than its words, those more than the currency, that more than
                the publisher's market, the page's own tags and the primary listing. What was rejected stays on record.</li>
                <li><strong>Which session.</strong> “Monday”, “yesterday” and “the close” are read in the exchange's own time zone and
                calendar, half days and holidays included.</li>
                <li><strong>As printed.</strong> A figure stands for all that rounds to it; only then are rounding twice, digits cut off and
                one tick of slack tried, and the claim is flagged for it.</li>
                <li><strong>As traded.</strong> Prices are those of the day. Splits that came later are never applied, and no price or rate
                of later decides.</li>
                </ol>
                <h2>The verdicts</h2>
                <dl class="verdicts">{outcomes}</dl>
                <h2>Before anything is called contradicted</h2>
                <ul>
                <li>The listing must be certain (a score of at least 0.9) and the session unambiguous.</li>
                <li>The statement must fail on every plausible reading: rounded as printed, rounded twice, cut off, as a close, as a price
                of the day, on each basis a “highest since” can be compared on.</li>
                <li>It must be likelier that the statement is false than that it was misread. Else it is “doubtful”: the prices do not
                bear out what was read, nobody is accused, and you should look yourself.</li>
                <li>Where two sources of prices disagree, or history has a gap, the verdict is “unverifiable”, with the reason.</li>
                </ul>
                <p>The sixteen rules in full, by the numbers that answers cite: <code>docs/verdicts.md</code> in Quotemark's source.</p>
                <h2>Why a claim cannot be checked yet</h2>
                <dl class="facts">{codes}</dl>
                <h2>Confidence</h2>
                <p>Beside “Contradicted” and “Doubtful” stands the probability that the statement is false, from 0 to 1, with what speaks
                against it (doubts) and for it (supports). It starts from how often a statement about a price is false where the text comes
                from: about 1 in 1,000 in news that people wrote, about 1 in 20 in what a language model wrote. Say which it is when you
                hand a text in. Scorecards and feeds count contradictions only.</p>
                <h2>Flags</h2>
                <dl class="facts">{flags}</dl>
                <h2>Kinds of claims</h2>
                <p>{kinds}.</p>
                <p class="small">Rules <code>{rules}</code>, securities master <code>{master}</code>. Every stored verdict names the versions it rests on.</p>
                </div>
                """)
            .with(
                "outcomes",
                Arrays.stream(Verdict.Outcome.values())
                    .map(o -> Html.of("<dt>{}</dt><dd>{}</dd>", Badges.one(o), Words.explain(o)))
                    .toList())
            .with("codes", Arrays.stream(Verdict.Unverifiable.values()).map(Words::why).toList())
            .with("flags", Arrays.stream(Verdict.Flag.values()).map(Words::flag).toList())
            .with("kinds", String.join(", ", kinds()))
            .with("rules", rules)
            .with("master", master)
            .html());
  }

  private static List<String> kinds() {
    return Arrays.stream(ClaimKind.values()).map(Words::of).toList();
  }
}
