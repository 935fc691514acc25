package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.packed.Varint;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link CompactMaster} writes values: a number as {@link Varint} does; a text as its length in
 * UTF-8 and one, then its bytes; 0 for a text that is not there.
 */
final class CompactBytes {
  private CompactBytes() {}

  /** Appends values. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    int size() {
      return out.size();
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    void number(int number) {
      Varint.write(out, number);
    }

    void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length + 1);
      out.writeBytes(bytes);
    }

    /** By {@code toString}, from which the value is read again. */
    private void optional(@Nullable Object value) {
      if (value == null) {
        number(0);
      } else {
        text(value.toString());
      }
    }

    private void texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
    }

    void issuer(Issuer issuer) {
      text(issuer.name());
      texts(issuer.aliases());
      texts(issuer.commonWords());
      texts(issuer.roles());
      number(issuer.listings().size());
      issuer.listings().forEach(listing -> listing(listing, issuer.name()));
    }

    /** Its issuer's name only where it differs from the issuer's. */
    private void listing(Listing listing, String issuer) {
      text(listing.id().mic());
      text(listing.id().ticker());
      optional(listing.issuer().equals(issuer) ? null : listing.issuer());
      text(listing.currency());
      optional(listing.unit());
      optional(listing.isin());
      optional(listing.shareClass());
      optional(listing.adsRatio());
      optional(listing.underlying());
      texts(listing.indices());
      number(listing.primary() ? 1 : 0);
      optional(listing.validFrom());
      optional(listing.validTo());
      optional(listing.shares());
    }
  }

  /** Reads them back, from one place on. */
  static final class Reader {
    private final byte[] bytes;
    private final Varint.Cursor cursor;

    Reader(byte[] bytes, int from) {
      this.bytes = bytes;
      this.cursor = new Varint.Cursor("bytes of the compact master", bytes, from);
    }

    int number() {
      return (int) cursor.next();
    }

    String text() {
      String text = textOrNull();
      if (text == null) {
        throw new IllegalStateException("the compact master lacks a text at byte " + cursor.at());
      }
      return text;
    }

    private @Nullable String textOrNull() {
      int length = number() - 1;
      if (length < 0) {
        return null;
      }
      String text = new String(bytes, cursor.at(), length, StandardCharsets.UTF_8);
      cursor.skip(length);
      return text;
    }

    private List<String> texts() {
      int size = number();
      if (size == 0) {
        return List.of();
      }
      List<String> texts = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        texts.add(text());
      }
      return texts;
    }

    Issuer issuer() {
      String name = text();
      List<String> aliases = texts();
      List<String> common = texts();
      List<String> roles = texts();
      int size = number();
      List<Listing> listings = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        listings.add(listing(name));
      }
      return new Issuer(name, aliases, common, roles, listings);
    }

    private Listing listing(String named) {
      ListingId id = new ListingId(text(), text());
      String other = textOrNull();
      String issuer = other == null ? named : other;
      String currency = text();
      String unit = textOrNull();
      String isin = textOrNull();
      String shareClass = textOrNull();
      String adsRatio = textOrNull();
      String underlying = textOrNull();
      List<String> indices = texts();
      boolean primary = number() == 1;
      String validFrom = textOrNull();
      String validTo = textOrNull();
      String shares = textOrNull();
      return new Listing(
          id,
          issuer,
          currency,
          unit,
          isin,
          shareClass,
          adsRatio == null ? null : new BigDecimal(adsRatio),
          underlying == null ? null : ListingId.parse(underlying),
          indices,
          primary,
          validFrom == null ? null : LocalDate.parse(validFrom),
          validTo == null ? null : LocalDate.parse(validTo),
          shares == null ? null : Long.valueOf(shares));
    }
  }
}
