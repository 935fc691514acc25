/**
 * Worked cases of the verdict rules, true and false, on bars made by hand. Where each rule is held:
 *
 * <ul>
 *   <li>printed precision, hedges: {@code PrintedTest}
 *   <li>level, move and reference against each other: {@code LevelAndMoveTest} (the odd one out)
 *   <li>internal checks, what a false figure was likely meant to be: {@code SlipsTest}
 *   <li>as traded, splits and dividends: {@code AdjustmentTest}, {@code LevelAndMoveTest}, {@code
 *       SlipsTest}
 *   <li>sessions, stale prices: {@code SessionFinderTest}, {@code LevelAndMoveTest}; returns that
 *       end about now: {@code RunningReturnTest}
 *   <li>closes of another venue: {@code VenueTest}; marks touched beside a close: {@code
 *       ThresholdCheckTest}
 *   <li>highest since, biggest move, period returns, streaks, marks crossed, ranks: {@code
 *       LookbackRulesTest}
 *   <li>what daily bars cannot decide, two sources that differ, who may be accused: {@code
 *       LevelAndMoveTest}
 *   <li>pairs, rates, parity, comparisons, dates, tags, turnover, market value, currencies: {@code
 *       CurrencyAndTextTest}
 *   <li>versions a verdict rests on, no look-ahead: {@code io.quotemark.market.JudgeTest}, {@code
 *       io.quotemark.market.NoLookAheadTest}; what is contradicted and what doubtful: {@code
 *       io.quotemark.market.odds}; rates no later than publication, context and reaction: {@code
 *       io.quotemark.market.context}
 * </ul>
 *
 * <p>Flags: {@code UNIT_SLIP}, {@code SCALE_SLIP}, {@code WRONG_SESSION_DATE}, {@code
 * WRONG_LISTING}, {@code ADJUSTMENT_SENSITIVE} in {@code SlipsTest} and {@code AdjustmentTest},
 * {@code WRONG_CURRENCY} in {@code CurrencyAndTextTest}, the others beside their rules.
 */
@org.jspecify.annotations.NullMarked
package io.quotemark.market.verdicts;
