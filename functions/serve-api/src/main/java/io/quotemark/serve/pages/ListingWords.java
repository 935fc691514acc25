package io.quotemark.serve.pages;

import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import org.jspecify.annotations.Nullable;

/** How it is said to people why a listing was chosen, and another was not. */
public final class ListingWords {
  private ListingWords() {}

  /** What speaks for a listing, as a reader would say it. */
  public static String of(ListingEvidence evidence) {
    return switch (evidence.kind()) {
      case TAPE -> "of the companies named, level and move fit it alone";
      case BRACKET -> "the text tags " + evidence.detail();
      case WORDS -> "the text says “" + evidence.detail() + "”";
      case CURRENCY -> "quoted in " + evidence.detail();
      case PAGE -> "the page tags " + evidence.detail();
      case PUBLISHER -> "the publisher's market is " + evidence.detail();
      case LANGUAGE -> "the market where the text's language is read";
      case PRIMARY -> "the issuer's primary listing";
    };
  }

  /** What spoke against a listing. */
  public static String of(ListingChoice.Rejected rejected) {
    return rejected.outweighed().isEmpty()
        ? deciding(rejected.by()) + " decided otherwise"
        : deciding(rejected.by())
            + " weighs more than: "
            + String.join(", ", rejected.outweighed().stream().map(ListingWords::of).toList());
  }

  private static String deciding(ListingEvidence.@Nullable Kind kind) {
    return switch (kind) {
      case null -> "order";
      case TAPE -> "its level and move";
      case BRACKET -> "a tag in the text";
      case WORDS -> "what the text says";
      case CURRENCY -> "the currency";
      case PAGE -> "the page's tag";
      case PUBLISHER -> "the publisher's market";
      case LANGUAGE -> "the text's language";
      case PRIMARY -> "being the primary listing";
    };
  }
}
