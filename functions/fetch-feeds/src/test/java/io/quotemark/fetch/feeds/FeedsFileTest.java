package io.quotemark.fetch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.fetch.feeds.FeedsFile.Feed;
import io.quotemark.runtime.web.FetchHosts;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsFileTest {
  @Test
  void list_isReadLineByLine_andAWrongLineLeavesTheOthers() {
    FeedsFile file =
        FeedsFile.parse(
            """
            # the desk's feeds

            https://ledger.example/rss.xml | The Ledger
            https://desk.example/atom | kind=generated | hosts=cdn.example, *.desk-media.example
            http://169.254.169.254/latest/meta-data/
            https://ledger.example/rss.xml
            https://third.example/feed | kind=rumour
            https://fourth.example/feed | Börse
            """);

    assertThat(file.feeds())
        .containsExactly(
            new Feed(
                URI.create("https://ledger.example/rss.xml"), "The Ledger", null, FetchHosts.NONE),
            new Feed(
                URI.create("https://desk.example/atom"),
                null,
                SourceKind.GENERATED,
                new FetchHosts(List.of("cdn.example", "*.desk-media.example"))));
    assertThat(file.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("line 5 is not used: the address cannot be asked for"),
            p -> assertThat(p).startsWith("line 6 is not used: this feed stands in the list"),
            p -> assertThat(p).contains("line 7", "news or generated"),
            p -> assertThat(p).contains("line 8", "ASCII"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://ledger.example/a, true",
    "https://www.ledger.example/a, true",
    "https://markets.ledger.example/a, true",
    "https://cdn.example/a, true",
    "https://a.cdn.example/a, false",
    "https://x.media.example/a, true",
    "https://media.example/a, false",
    "https://otherledger.example/a, false",
    "https://ledger.example.evil.example/a, false"
  })
  void page_onAnotherHostThanTheFeeds_isNotTheFeeds(URI page, boolean its) {
    Feed feed =
        FeedsFile.parse("https://www.ledger.example/rss | hosts=cdn.example,*.media.example")
            .feeds()
            .getFirst();

    assertThat(feed.mayHold(page)).isEqualTo(its);
  }
}
