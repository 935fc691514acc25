package io.quotemark.claims.entities;

import io.quotemark.claims.text.Tokens;
import io.quotemark.securities.LegalForms;

/** Tells the legal form behind a company's name: "& Co", ", Inc.", "Corp.". */
public final class FormBehind {
  private FormBehind() {}

  /** Behind the form that a name goes on with by a mark: "& Co", ", Inc."; else the name's end. */
  static int joined(Tokens tokens, int end) {
    boolean joint = tokens.is(end, "&") || tokens.is(end, ",");
    int at = joint ? end + 1 : end;
    boolean and = tokens.is(at - 1, "&");
    boolean form =
        (joint || and)
            && at < tokens.size()
            && tokens.sentenceOf(at) == tokens.sentenceOf(end - 1)
            && tokens.capitalised(at)
            && LegalForms.contains(tokens.get(at).lower())
            && (and || LegalForms.only(tokens.get(at).lower()));
    return form ? at + 1 : end;
  }

  /** Whether all of these tokens are words of forms and their marks, as before a tag: "Corp.". */
  public static boolean only(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).lower();
      if (!word.equals(".") && !word.equals(",") && !LegalForms.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one or two tokens end with a form, as "Corp" behind the master's short name "News". */
  public static boolean shortOne(Tokens tokens, int from, int to) {
    return to - from <= 2 && LegalForms.contains(tokens.get(to - 1).lower());
  }
}
