package io.quotemark.claims.language;

/** Groups of words that the readers of a text ask a language for; see {@code words.tsv}. */
public enum WordGroup {
  /** Habits of the language that are no words: see {@link Language}. */
  TRAIT,
  /** The language that texts are read as whose own nobody knows. */
  DEFAULT_LANGUAGE,
  /** Constructions that rules are written for: see the heads of the rule files. */
  CONSTRUCTION,

  // where sentences end
  /** Words with a dot behind which no sentence ends: titles, months. */
  NEVER_LAST,
  /** Words with a dot behind which one ends where the next word opens one: "Inc.". */
  MAYBE_LAST,
  /** Words that open a sentence rather than go on with a name. */
  OPENER,
  /** Words before which a number with a dot is an ordinal: "am 5. Mai". */
  AFTER_ORDINAL,
  /** Words that no sentence ends with. */
  UNFINISHED,
  /** Words that some pages print with no space behind a Reuters code: "ABCD.Orose". */
  GLUED,
  /** The exchange part of such a code. */
  SUFFIX,

  // what a statement hangs on
  /** "X and Y rose 1% and 2%, respectively". */
  RESPECTIVELY,
  /** Conjunctions that set two returns over one stretch side by side: "while". */
  CONTRAST,
  /** A mark had not been reached before, or not for a while: "for the first time". */
  FIRST,
  /** Behind it a streak is over: "after three days of gains". */
  AFTER,
  /** How a word begins that says a streak is over: "snapped". */
  SNAPPED,
  /** How words for a session begin. */
  DAY,
  /** How words for a week begin. */
  WEEK,
  /** How words for a month begin. */
  MONTH,
  /** How words begin for what no streak of sessions counts: quarters, years. */
  LONGER,
  /** "has", "have", "had". */
  HAVE,
  /** "is", "was", "were", "are". */
  BE,
  /** How a word ends that stands between a subject and its verb: an adverb, a participle. */
  ADVERB_ENDING,
  /** How a verb ends whose subject comes behind the comma: "After sliding 5%, X …". */
  PARTICIPLE_ENDING,
  /** How a word ends that a bare number does not count: "logged", "early". */
  UNCOUNTED_ENDING,
  /** How a plural ends, which names no company. */
  PLURAL_ENDING,
  /** How a noun made of a verb ends: "nach Gewinnen". */
  VERBAL_NOUN_ENDING,
  /**
   * Small whole numbers in words, "one=1": points of a share as the wires print them before
   * eighths, and closes that are counted.
   */
  SPELLED_POINTS,
  /** What stands between such points and the price. */
  POINTS_TO,
  /** Before a count of closes it says that there are no more of them: "only seven closes". */
  ONLY,
  /** Closing prices that are counted: "closes", "finishes". */
  CLOSES,
  /** A price is worth another one: "equal to HK$139.80 per ordinary share". */
  PARITY,
  /** The share that a depositary share stands for. */
  ORDINARY_SHARE,

  /** Currencies of the markets whose papers are written in the language: ISO codes. */
  HOME_CURRENCY,

  // names
  /** Right behind a name they make it a company: "shares", "Inc". */
  BEHIND,
  /** Somewhere near a name they do. */
  NEAR,
  /** What a share does, behind a name that opens a sentence. */
  MOVES,
  /** Names that are ordinary words, of which more is asked. */
  ORDINARY,
  /** Words that are never a company by themselves. */
  NEVER,
  /** Behind a name they make it a product, a branch or somebody's employees. */
  PRODUCT,
  /** Before a name they make it the place somebody works at: "analysts at X". */
  WORKS,
  /** The preposition of such a place. */
  WORKS_AT,
  /** "shares of X". */
  BELONGS_TO,
  /** Verbs of a broker, whose object is spoken of next. */
  RATES,
  /** Words that are a company alone and a part of many longer names. */
  PART,
  /** Makers of indices. */
  MAKER,
  /** Near a maker of indices they mean its index. */
  MEASURES,
  /** Before a currency that is spoken of: "the yen fell". */
  BEFORE_CURRENCY,
  /** Currencies that are spoken of without an article. */
  BARE_CURRENCY,
  /** Articles before what a company is called: "the e-commerce giant". */
  ROLE_ARTICLE,
  /** A reference before these speaks of something else: "the shares of X". */
  REFERS_ON,
  /** Behind a place, before what a company is called: "the Munich-based insurer". */
  BASED,
  /** Words for depositary shares. */
  DEPOSITARY,
  /** How words begin that name a market by its depositary shares. */
  DEPOSITARY_BEGINNING,
  /** Exchanges in tags with a ticker. */
  TAG_EXCHANGE,
  /** What opens a tag of its own: "(行情002258,诊股)". */
  TAG_OPENER,

  // amounts and dates
  /** Before what a commodity is priced by: "$2,042 an ounce". */
  PER_UNIT,
  /** What commodities are priced by. */
  COMMODITY_UNIT,
  /** What may stand between a hedge and its figure: "nearly a 20 percent decline". */
  DETERMINER,
  /** Signs behind the year of a date. */
  YEAR_SIGN,
  /** Signs behind its month. */
  MONTH_SIGN,
  /** Signs behind its day. */
  DAY_SIGN,
  /** What stands tied to the day of a date: "9th". */
  ORDINAL_SUFFIX,
  /** Months that are verbs without a capital: "may". */
  VERB_OR_MONTH
}
