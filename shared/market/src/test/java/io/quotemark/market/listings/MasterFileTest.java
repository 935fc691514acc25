package io.quotemark.market.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.IssuerKey;
import io.quotemark.securities.Securities;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterFileTest {
  private static final Securities MASTER = MasterFile.load();
  private static final String HEADER =
      "issuer\taliases\tticker\tmic\tcurrency\tisin\tshare_class\tads_ratio\tunderlying\tindices\tcommon\tprovenance\n";

  @Test
  void load_whereTheOperatorsFileIsNotThereYet_isTheShippedMasterAndTells() {
    List<String> missing = new ArrayList<>();

    Securities master = MasterFile.load("config/own.tsv", key -> Optional.empty(), missing::add);

    assertThat(master.version()).isEqualTo(MASTER.version());
    assertThat(missing).containsExactly("config/own.tsv");
  }

  @Test
  void load_readsTheCompactForm_asTheDataFilesSay() {
    Securities files = MasterFile.fromDataFiles();

    assertThat(MASTER.version()).isEqualTo(files.version());
    assertThat(MASTER.former()).isEqualTo(files.former());
    assertThat(MASTER.issuers()).isEqualTo(files.issuers());
    assertThat(MASTER.listings()).containsExactlyElementsOf(files.listings());
    for (Listing listing : files.listings()) {
      assertThat(MASTER.issuerOf(listing.id())).isEqualTo(files.issuerOf(listing.id()));
      assertThat(MASTER.withTicker(listing.id().ticker()))
          .contains(listing)
          .isEqualTo(files.withTicker(listing.id().ticker()));
      if (listing.isin() != null) {
        assertThat(MASTER.withIsin(listing.isin())).isEqualTo(files.withIsin(listing.isin()));
      }
    }
    assertThat(MASTER.currencyPairs()).hasSizeGreaterThan(20).isEqualTo(files.currencyPairs());
    assertThat(MASTER.listing(ListingId.parse("XNYS:NOBODY"))).isEmpty();
  }

  @Test
  void named_findsEveryIssuer_byTheBeginningOfEachName() {
    for (Issuer issuer : MASTER.issuers()) {
      if (issuer.isCurrencyPair()) {
        continue;
      }
      for (String key : IssuerKey.ofName(issuer.name())) {
        assertThat(MASTER.named(key)).contains(issuer);
      }
      for (String alias : issuer.aliases()) {
        assertThat(MASTER.named(IssuerKey.ofName(alias).getFirst())).contains(issuer);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "三菱商事, XTKS:8058",
    "宁德时代, XSHE:300750",
    "KEPCO, XKRX:015760",
    "Groupon, XNAS:GRPN",
    "任天堂, XTKS:7974"
  })
  void named_nameOfTheWiderFiles_leadsToItsListing(String name, String listing) {
    assertThat(MASTER.named(IssuerKey.ofName(name).getLast()))
        .flatExtracting(Issuer::listings)
        .extracting(l -> l.id().toString())
        .contains(listing);
  }

  @Test
  void withTickerOn_unknownDay_isToday_beforeFormerly() {
    for (Map.Entry<ListingId, ListingId> former : MASTER.former().entrySet()) {
      String ticker = former.getKey().ticker();
      boolean borne =
          MASTER.withTicker(ticker).stream()
              .anyMatch(l -> l.id().mic().equals(former.getKey().mic()) && !l.ended());
      if (!borne) {
        assertThat(MASTER.withTickerOn(ticker, former.getKey().mic(), null))
            .extracting(Listing::id)
            .containsExactly(former.getValue());
      }
    }
    assertThat(MASTER.withTickerOn("NOBODY", null, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELL, XNAS, 2008-05-06, XNAS:DELL",
    "DELL, XNYS, 2020-05-06, XNYS:DELL",
    "WM, XNYS, 2008-05-06, XNYS:WM_2008",
    "WM, XNYS, 2012-05-06, XNYS:WM",
    "S, XNYS, 2005-01-06, XNYS:S_2005",
    "S, XNYS, 2010-01-06, XNYS:S_2013",
    "KFT, XNYS, 2010-01-06, XNAS:MDLZ",
    "RIMM, XNAS, 2010-01-06, XNYS:BB"
  })
  void withTickerOn_tickerOfTwoLines_isTheOneOfTheDay(
      String ticker, String mic, LocalDate day, String listing) {
    assertThat(MASTER.withTickerOn(ticker, mic, day))
        .extracting(l -> l.id().toString())
        .containsExactly(listing);
  }

  @Test
  void listing_whoseTickerAnotherBears_isPrintedWithoutTheYear() {
    Listing gone = MASTER.listing(ListingId.parse("XNYS:WM_2008")).orElseThrow();
    assertThat(gone.ticker()).isEqualTo("WM");
    assertThat(gone.ended()).isTrue();
  }

  @Test
  void former_rows_leadToListingsOfToday() {
    MASTER
        .former()
        .values()
        .forEach(now ->
            assertThat(MASTER.listing(now))
                .as(now.toString())
                .hasValueSatisfying(l -> assertThat(l.ended()).isFalse()));
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS:BABA, XHKG:9988",
    "XNYS:HSBC, XLON:HSBA",
    "XNAS:GOOG, XNAS:GOOGL",
    "XNYS:TM, XTKS:7203",
    "OTCM:TCEHY, XHKG:0700",
    "XAMS:UNA, XLON:ULVR",
    "XNAS:JD, XHKG:9618",
    "XXXX:BRWKY, XXXX:BRWK"
  })
  void issuer_ofTwoListings_isOne(String one, String other) {
    assertThat(issuer(one)).isEqualTo(issuer(other));
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS:BABA, XHKG:9988",
    "XNYS:HSBC, XLON:HSBA",
    "XNYS:TM, XTKS:7203",
    "XNYS:UL, XLON:ULVR",
    "XXXX:BRWKY, XXXX:BRWK"
  })
  void primary_ofDepositaryShares_isTheOrdinaryOne(String depositary, String primary) {
    assertThat(issuer(depositary).primary().id()).isEqualTo(ListingId.parse(primary));
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS:DAL, XBKK:DELTA",
    "XNYS:F, XLON:BUR",
    "XTKS:7203, XTKS:6201",
    "XHKG:9988, XHKG:0241",
    "XTAI:2618, XHKG:2618",
    "XTSE:FSV, XTSE:CIGI"
  })
  void issuer_ofOtherCompany_isAnother(String one, String other) {
    assertThat(issuer(one)).isNotEqualTo(issuer(other));
  }

  @Test
  void listing_quotedInPence_reportsInPounds() {
    Listing hsbc = MASTER.listing(ListingId.parse("XLON:HSBA")).orElseThrow();
    assertThat(hsbc.currency()).isEqualTo("GBP");
    assertThat(hsbc.unit()).isEqualTo("GBX");
  }

  @Test
  void load_operatorRows_addAListingAndWin() {
    Securities master =
        MasterFile.load(
            new StringReader(
                HEADER + "Umbra Tiles plc\tUmbra\tUMBR\tXLON\tGBX\t\t\t\t\t\t\town\n"));
    assertThat(master.listing(ListingId.parse("XLON:UMBR"))).isPresent();
    assertThat(master.version()).isNotEqualTo(MASTER.version());
  }

  @Test
  void load_operatorRows_leaveAllOthersAsShipped() {
    Securities master =
        MasterFile.load(
            new StringReader(
                HEADER + "Umbra Tiles plc\tUmbra\tUMBR\tXLON\tGBX\t\t\t\t\t\t\town\n"));
    assertThat(master.issuers()).hasSize(MASTER.issuers().size() + 1);
    assertThat(master.former()).isEqualTo(MASTER.former());
    for (Issuer issuer : MASTER.issuers()) {
      Issuer again = master.issuerOf(issuer.primary().id()).orElseThrow();
      assertThat(again.name()).isEqualTo(issuer.name());
      assertThat(again.listings()).isEqualTo(issuer.listings());
      assertThat(again.aliases()).containsExactlyInAnyOrderElementsOf(issuer.aliases());
      assertThat(again.commonWords()).containsExactlyInAnyOrderElementsOf(issuer.commonWords());
      assertThat(again.roles()).containsExactlyInAnyOrderElementsOf(issuer.roles());
    }
  }

  @Test
  void load_operatorRow_ofAShippedName_joinsItsIssuer() {
    Securities master =
        MasterFile.load(
            new StringReader(HEADER + "Apple Inc.\t\tAAPX\tXLON\tGBX\t\t\t\t\t\t\town\n"));
    assertThat(master.issuerOf(ListingId.parse("XLON:AAPX")))
        .isEqualTo(master.issuerOf(ListingId.parse("XNAS:AAPL")));
  }

  @ParameterizedTest
  @CsvSource({
    "'Umbra\t\tUM BR\tXLON\tGBX', not a listing id",
    "'Umbra\t\tUMBR\tXLON\tpounds', three-letter code",
    "'\t\tUMBR\tXLON\tGBP', issuer"
  })
  void load_badOperatorRow_saysLineAndReason(String row, String reason) {
    assertThatThrownBy(() -> MasterFile.load(new StringReader(HEADER + row + "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining(reason);
  }

  @Test
  void listing_underItsFormerTicker_isTheListingOfToday() {
    assertThat(MASTER.withTickerOn("FB", "XNAS", null))
        .extracting(Listing::id)
        .containsExactly(ListingId.parse("XNAS:META"));
    assertThat(MASTER.listing(ListingId.parse("XNAS:FB"))).isEmpty();
  }

  @Test
  void issuer_withShortName_needsTheMarketBesideIt() {
    Issuer spotify = issuer("XNYS:SPOT");
    assertThat(spotify.aliases()).contains("Spotify");
    assertThat(spotify.commonWords()).contains("spotify");
  }

  @Test
  void load_operatorRows_needFourColumnsOnly() {
    Securities master =
        MasterFile.load(
            "config/own.tsv",
            key ->
                Optional.of(
                    "issuer\tticker\tmic\tcurrency\nUmbra Tiles plc\tUMBR\tXLON\tGBX\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            missing -> {});
    assertThat(master.listing(ListingId.parse("XLON:UMBR"))).isPresent();
  }

  private static Issuer issuer(String id) {
    return MASTER.issuerOf(ListingId.parse(id)).orElseThrow();
  }
}
