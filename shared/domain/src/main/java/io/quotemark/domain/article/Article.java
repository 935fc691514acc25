package io.quotemark.domain.article;

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
 * @param text paragraphs separated by one blank line, no furniture, no repeated paragraph
 * @param duplicateParagraphs how many repeated paragraphs were dropped
 * @param notices corrections and updates the article declares ({@code Corrected: …}, {@code Update
 *     2})
 * @param sourceKind whether people or a language model wrote it, as the uploader says
 * @param readingQuality how much of its page's running text the article is, from 0 to 1 in steps of
 *     .01; null where it does not come of a page in HTML, or nobody measured
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
    SourceKind sourceKind,
    @Nullable Double readingQuality) {

  /** Below this share of its page's prose, an article may well be another part of the page. */
  public static final double LOW_QUALITY = 0.5;

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
        SourceKind.NEWS,
        null);
  }

  /**
   * @throws IllegalArgumentException where the quality is no share
   */
  public Article {
    if (readingQuality != null && !(readingQuality >= 0 && readingQuality <= 1)) {
      throw new IllegalArgumentException("a reading quality of " + readingQuality);
    }
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
        sourceKind,
        readingQuality);
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
        kind,
        readingQuality);
  }

  /** The same article, of another time. */
  public Article publishedAt(PublicationTime time) {
    return new Article(
        title,
        authors,
        credits,
        time,
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
        sourceKind,
        readingQuality);
  }

  /** The same article, with how well its page was read; null says that nobody measured. */
  public Article read(@Nullable Double quality) {
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
        sourceKind,
        quality);
  }

  /** Whether so little of its page was read that something may be missing. */
  public boolean readPoorly() {
    return readingQuality != null && readingQuality < LOW_QUALITY;
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
