package io.quotemark.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news article as read: its text once and clean, all else set apart.
 *
 * @param authors names of people only; roles and machines are credits
 * @param credits what stands in a byline without being a name ({@code Generado por agente de IA})
 * @param modified the modified time where the page gives one beside the published one
 * @param language BCP 47 primary tag ({@code en}), {@code zh-Hans}/{@code zh-Hant} where the script
 *     tells; null if unknown
 * @param source publisher as named, else the host of its address
 * @param address canonical address
 * @param tickers as the page tags them, unresolved
 * @param text paragraphs parted by one blank line, no furniture, no repeated paragraph
 * @param duplicateParagraphs how many repeated paragraphs were dropped
 * @param notices corrections and updates the article declares ({@code Corrected: …}, {@code Update
 *     2})
 * @param sourceKind whether people or a language model wrote it, as the uploader says
 */
public record Article(
    String title,
    List<String> authors,
    List<String> credits,
    @Nullable PublicationTime published,
    @Nullable PublicationTime modified,
    @Nullable String language,
    @Nullable String source,
    @Nullable String address,
    @Nullable String section,
    List<String> tickers,
    String text,
    List<Furniture> furniture,
    int duplicateParagraphs,
    List<Notice> notices,
    SourceKind sourceKind) {

  /** An article of news, which is what a text is unless somebody says otherwise. */
  public Article(
      String title,
      List<String> authors,
      List<String> credits,
      @Nullable PublicationTime published,
      @Nullable PublicationTime modified,
      @Nullable String language,
      @Nullable String source,
      @Nullable String address,
      @Nullable String section,
      List<String> tickers,
      String text,
      List<Furniture> furniture,
      int duplicateParagraphs,
      List<Notice> notices) {
    this(
        title,
        authors,
        credits,
        published,
        modified,
        language,
        source,
        address,
        section,
        tickers,
        text,
        furniture,
        duplicateParagraphs,
        notices,
        SourceKind.NEWS);
  }

  public Article {
    authors = List.copyOf(authors);
    credits = List.copyOf(credits);
    tickers = List.copyOf(tickers);
    furniture = List.copyOf(furniture);
    notices = List.copyOf(notices);
  }

  /** All but what others wrote: without text and furniture. */
  public Article withoutTexts() {
    return with("", List.of());
  }

  /** The same article with another body. */
  public Article with(String text, List<Furniture> furniture) {
    return new Article(
        title,
        authors,
        credits,
        published,
        modified,
        language,
        source,
        address,
        section,
        tickers,
        text,
        furniture,
        duplicateParagraphs,
        notices,
        sourceKind);
  }

  /** The same article, from another kind of source. */
  public Article as(SourceKind kind) {
    return new Article(
        title,
        authors,
        credits,
        published,
        modified,
        language,
        source,
        address,
        section,
        tickers,
        text,
        furniture,
        duplicateParagraphs,
        notices,
        kind);
  }

  /** A block of the page that is not the article. */
  public record Furniture(Kind kind, @Nullable String language, String text) {
    public enum Kind {
      NAVIGATION,
      BYLINE,
      DATELINE,
      READING_TIME,
      TICKERS,
      DISCLAIMER,
      RISK_WARNING,
      COMMENTS,
      PROMOTION,
      RELATED,
      CAPTION,
      COOKIE_NOTICE,
      CONTACT,
      OTHER
    }
  }

  /** A correction or update that the article declares of itself. */
  public record Notice(Kind kind, String text) {
    public enum Kind {
      CORRECTION,
      UPDATE,
      REFILE,
      RETRACTION
    }
  }
}
