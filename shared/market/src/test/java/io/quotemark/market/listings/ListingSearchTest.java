package io.quotemark.market.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingSearchTest {
  private final ListingSearch search =
      new ListingSearch(
          new Securities(
              "test",
              List.of(
                  issuer("Great Lamp Works", "XNAS:GLMP", null, List.of()),
                  issuer("Lamport Holdings", "XNAS:LMPT", "US0000000001", List.of()),
                  issuer("Brindlewick Lanterns", "XLON:LAMP", null, List.of("灯塔")),
                  issuer("Oldlamps", "XNYS:OLD", null, List.of()))));

  @ParameterizedTest
  @CsvSource({
    "lamp, Brindlewick Lanterns|Lamport Holdings|Great Lamp Works|Oldlamps",
    "XLON:LAMP, Brindlewick Lanterns",
    "灯, Brindlewick Lanterns",
    "us0000000001, Lamport Holdings",
    "lamp.l, Brindlewick Lanterns",
    "lamp.hk, ''",
    "great LAMP works, Great Lamp Works",
    "' ', ''",
    "lantern shop, ''"
  })
  void find_ranksTickersAndWholeNames_beforeBeginningsAndParts(String text, String names) {
    assertThat(String.join("|", search.find(text).stream().map(Issuer::name).toList()))
        .isEqualTo(names);
  }

  private static Issuer issuer(
      String name, String id, @Nullable String isin, List<String> aliases) {
    return new Issuer(
        name,
        aliases,
        List.of(),
        List.of(),
        List.of(
            new Listing(
                ListingId.parse(id),
                name,
                "USD",
                null,
                isin,
                null,
                null,
                null,
                List.of(),
                true,
                null,
                null,
                null)));
  }
}
