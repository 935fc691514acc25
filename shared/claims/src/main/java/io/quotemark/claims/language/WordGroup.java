package io.quotemark.claims.language;

/** Groups of words that the readers of a text ask a language for; see {@code words.tsv}. */
public enum WordGroup {
  /** Habits of the language that are no words: see {@link Language}. */
  TRAIT,
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
  VERBAL_NOUN_ENDING
}
