package io.quotemark.market.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.domain.verdict.EvidenceOffer.Kind;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.sources.Providers;
import io.quotemark.text.ShippedLines;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {
  private static final Calendars CALENDARS = Calendars.load();
  private static final Whereabouts FILES = Whereabouts.ofFiles(CALENDARS);

  private static EvidenceNeeded needed(String listing, @Nullable String from, String to) {
    return new EvidenceNeeded(
        ListingId.parse(listing),
        List.of(
            new EvidenceNeeded.Stretch(
                from == null ? null : LocalDate.parse(from), LocalDate.parse(to))),
        Set.of(Field.CLOSE, Field.HIGH, Field.LOW),
        List.of("c1"));
  }

  @ParameterizedTest
  @CsvSource({
    "XHKG:9988,2025-02-21,2025-02-24,https://www.hkex.com.hk/eng/stat/smstat/dayquot/d250221e.htm",
    "XNSE:INFY,2025-02-21,2025-02-21,https://nsearchives.nseindia.com/content/cm/BhavCopy_NSE_CM_0_0_0_20250221_F_0000.csv.zip",
    "XNSE:INFY,2024-07-05,2024-07-05,https://nsearchives.nseindia.com/content/historical/EQUITIES/2024/JUL/cm05JUL2024bhav.csv.zip",
    "XTAI:2330,2025-02-03,2025-02-24,https://www.twse.com.tw/exchangeReport/STOCK_DAY?response=csv&date=20250201&stockNo=2330",
    "BVMF:PETR4,2025-02-24,2025-02-24,https://bvmf.bmfbovespa.com.br/InstDados/SerHist/COTAHIST_D24022025.ZIP",
    "XNAS:NVDA,2025-02-21,2025-02-24,https://www.nasdaq.com/market-activity/stocks/nvda/historical",
    "INDEX:GSPC,2020-01-02,2025-02-24,https://fred.stlouisfed.org/graph/fredgraph.csv?id=SP500",
    "FX:USDHKD,2025-02-21,2025-02-21,https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
  })
  void officialFile_ofExactlyThatDay_isNamedWithItsAddress(
      String listing, String from, String to, String url) {
    EvidenceOffer offer = FILES.of(needed(listing, from, to)).getFirst();
    assertThat(offer.kind()).isEqualTo(Kind.OFFICIAL_FILE);
    assertThat(offer.files().getFirst().url()).isEqualTo(url);
    assertThat(offer.todo()).contains("drop it here");
    assertThat(offer.terms()).isNotBlank();
  }

  @Test
  void filesOfDays_areOneASession_overAWeekend() {
    EvidenceOffer offer = FILES.of(needed("XHKG:9988", "2025-02-21", "2025-02-24")).getFirst();
    assertThat(offer.files())
        .extracting(EvidenceOffer.Download::from)
        .containsExactly(LocalDate.parse("2025-02-21"), LocalDate.parse("2025-02-24"));
  }

  @Test
  void filesOfDays_areNotOffered_forYears() {
    assertThat(FILES.of(needed("XHKG:9988", "2021-11-01", "2025-02-24")))
        .extracting(EvidenceOffer::kind)
        .containsExactly(Kind.OWN_FILE);
    assertThat(FILES.of(needed("XHKG:9988", null, "2025-02-24")))
        .extracting(EvidenceOffer::kind)
        .containsExactly(Kind.OWN_FILE);
  }

  @Test
  void closesAlone_comeAfterWhatHasTheRange() {
    assertThat(FILES.of(needed("XNYS:BABA", "2025-02-24", "2025-02-24")))
        .extracting(EvidenceOffer::name)
        .containsExactly("Nasdaq.com historical", "SEC fails to deliver", "A file of your own");
    // the price of a settlement date is the close of the session before
    assertThat(FILES.of(needed("XNYS:BABA", "2025-01-31", "2025-01-31")).get(1).files())
        .extracting(EvidenceOffer.Download::url)
        .containsExactly("https://www.sec.gov/files/data/fails-deliver-data/cnsfails202502a.zip");
  }

  @Test
  void listingWithoutAnOfficialFile_isToldHowToNameOnesOwn() {
    assertThat(FILES.of(needed("XLON:HSBA", "2025-02-24", "2025-02-24")))
        .singleElement()
        .satisfies(
            offer -> assertThat(offer.todo()).contains("XLON_HSBA.csv", "Date, High, Low, Close"));
  }

  @Test
  void providers_comeFirst_whereTheyAreConfiguredForTheExchange() {
    Whereabouts with = new Whereabouts(CALENDARS, Providers.parse("alpaca:XNYS,XNAS;eodhd"), true);
    assertThat(with.of(needed("XNYS:BABA", "2025-02-24", "2025-02-24")))
        .filteredOn(offer -> offer.kind() == Kind.PROVIDER)
        .extracting(EvidenceOffer::name)
        .containsExactly("alpaca", "eodhd");
    assertThat(with.of(needed("XHKG:9988", "2025-02-24", "2025-02-24")).getFirst().todo())
        .contains("./quotemark backfill XHKG:9988 2025-02-24 2025-02-24");
    assertThat(with.of(needed("FX:USDHKD", "2025-02-21", "2025-02-21")).getFirst().name())
        .isEqualTo("ecb");
    assertThat(Providers.parse("none").askedFor(ListingId.parse("XNYS:BABA"))).isEmpty();
    assertThat(Providers.parse("eodhd").askedFor(ListingId.parse("XNYS:BABA")))
        .containsExactly("eodhd");
  }

  @Test
  void minutes_areOfferedByProvidersThatHaveThem_andAsAFileOfOnesOwn() {
    Whereabouts with = new Whereabouts(CALENDARS, Providers.parse("eodhd;alpaca"), true);
    EvidenceNeeded minutes =
        new EvidenceNeeded(
            ListingId.parse("XNYS:BABA"),
            List.of(
                new EvidenceNeeded.Stretch(
                    LocalDate.parse("2025-02-24"), LocalDate.parse("2025-02-24"))),
            Set.of(Field.MINUTES),
            List.of("c1"));
    List<EvidenceOffer> offers = with.of(minutes);

    assertThat(offers)
        .extracting(EvidenceOffer::name)
        .containsExactly("alpaca", "A file of minute bars of your own");
    assertThat(offers.getLast().todo()).contains("timestamp, open, high, low, close, volume");
    EvidenceNeeded both =
        new EvidenceNeeded(
            minutes.listing(),
            minutes.sessions(),
            Set.of(Field.CLOSE, Field.MINUTES),
            List.of("c1"));
    assertThat(FILES.of(both))
        .extracting(EvidenceOffer::name)
        .endsWith("A file of your own", "A file of minute bars of your own");
    assertThat(FILES.of(both))
        .extracting(EvidenceOffer::todo)
        .noneMatch(t -> t.contains("Without"));
  }

  @Test
  void everyRow_isWhole_andItsAddressIsSecure() {
    List<List<String>> rows = ShippedLines.rows(PublishedFile.class, "files.tsv");
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row).hasSize(11);
          assertThat(row.get(8)).isNotBlank();
          assertThat(row.get(9)).isNotBlank();
          assertThat(row.get(10)).isNotBlank();
        });
    for (PublishedFile file : PublishedFile.shipped()) {
      for (String market : file.markets()) {
        String listing =
            market.equals("FX") ? "FX:USDHKD" : market.contains(":") ? market : market + ":1";
        String day = file.to() == null ? "2026-11-27" : file.to().toString();
        List<EvidenceOffer> offers = FILES.of(needed(listing, day, day));
        assertThat(offers).extracting(EvidenceOffer::name).contains(file.name());
        assertThat(offers)
            .flatExtracting(EvidenceOffer::files)
            .allSatisfy(download -> {
              assertThat(download.url()).startsWith("https://").doesNotContain("{", " ");
              assertThat(URI.create(download.url()).getHost()).isNotNull();
            });
      }
    }
  }
}
