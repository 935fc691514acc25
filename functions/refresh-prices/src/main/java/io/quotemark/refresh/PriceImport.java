package io.quotemark.refresh;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.securities.Securities;
import io.quotemark.storage.Bucket.Found;
import io.quotemark.storage.prices.ChangedPrices;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes one price file of the bucket into the price table. Every step may be repeated: the same
 * file changes nothing a second time, but goes on asking for the re-checks that it has not queued
 * yet.
 */
final class PriceImport {
  static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final String FOLDER = "prices/";
  private static final int MOST_LOGGED = 20;

  private final Files files;
  private final PriceTable prices;
  private final KnownLevels levels;
  private final MinuteImport minutes;
  private final PriceFileReports reports;
  private final Effects effects;
  private final Rechecks rechecks;
  private final Securities master;
  private final JsonLog log;

  /** Where files are read from, by key. */
  @FunctionalInterface
  interface Files {
    Found read(String key);
  }

  /** Notes how claims stand before a file decides them. */
  @FunctionalInterface
  interface Effects {
    /**
     * @param articles that are about to be checked again
     */
    void begin(String key, Instant delivered, Collection<String> articles);
  }

  PriceImport(
      Files files,
      PriceTable prices,
      MinuteImport minutes,
      PriceFileReports reports,
      Effects effects,
      Rechecks rechecks,
      Securities master,
      JsonLog log) {
    this.files = files;
    this.prices = prices;
    this.levels = new KnownLevels(prices);
    this.minutes = minutes;
    this.reports = reports;
    this.effects = effects;
    this.rechecks = rechecks;
    this.master = master;
    this.log = log;
  }

  JsonLog log() {
    return log;
  }

  void on(ObjectEvent event) {
    if (event.kind() != ObjectEvent.Kind.CREATED || !event.key().startsWith(FOLDER)) {
      // a removed file takes nothing back: its prices stay what the source once said
      log.info("ignored", "key", event.key(), "kind", event.kind());
      return;
    }
    switch (files.read(event.key())) {
      case Found.Gone() -> log.warn("gone", "key", event.key());
      case Found.TooLarge(long bytes) ->
          report(
              event,
              new PriceFile(
                  List.of(),
                  List.of(
                      new RowProblem(
                          event.key(),
                          0,
                          RowProblem.Effect.REFUSED,
                          "%d bytes are more than %d".formatted(bytes, MOST_BYTES)))),
              List.of(),
              0);
      case Found.Content content -> take(event, content.bytes());
    }
  }

  private void take(ObjectEvent event, byte[] bytes) {
    PriceFile read = PriceFiles.parse(event.key(), bytes, event.time(), master);
    PriceFile file =
        minutes.kept(event.key(), read.levelsChecked() ? read : besideStored(event, read));
    List<ChangedPrices> changed = new ArrayList<>();
    for (PriceSeries series : file.series()) {
      Optional<ChangedPrices> saved = prices.save(series);
      if (saved.isPresent()) {
        changed.add(saved.get());
      }
    }
    changed.addAll(minutes.save(file));
    int queued =
        changed.isEmpty()
            ? 0
            : rechecks.queue(
                changed, articles -> effects.begin(event.key(), event.time(), articles));
    Set<String> listings = new TreeSet<>();
    read.minutes().forEach(day -> listings.add(day.listing().toString()));
    report(event, file, listings, queued);
  }

  /** The file without series whose level is not that of the stored prices. */
  private PriceFile besideStored(ObjectEvent event, PriceFile file) {
    List<PriceSeries> kept = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>(file.problems());
    for (PriceSeries series : file.series()) {
      Optional<String> refusal = levels.refusal(series);
      if (refusal.isEmpty()) {
        kept.add(series);
      } else {
        String why = series.listing() + ": " + refusal.get();
        problems.add(new RowProblem(event.key(), 0, RowProblem.Effect.REFUSED, why));
      }
    }
    return new PriceFile(kept, problems, file.levelsChecked(), file.takenFor(), file.minutes());
  }

  /**
   * @param minutes listings of minutes that were read, kept or not
   */
  private void report(ObjectEvent event, PriceFile file, Collection<String> minutes, int queued) {
    int bars = 0;
    List<String> listings = new ArrayList<>();
    for (PriceSeries series : file.series()) {
      bars += series.bars().size();
      listings.add(series.listing().toString());
    }
    listings.addAll(minutes);
    for (MinuteBars day : file.minutes()) {
      bars += day.minutes().size();
    }
    List<String> problems = new ArrayList<>();
    for (RowProblem problem : file.problems()) {
      problems.add(problem.toString());
    }
    reports.record(
        new PriceFileReports.Report(event.key(), event.time(), listings, bars, problems));
    int logged = Math.min(MOST_LOGGED, file.problems().size());
    for (RowProblem problem : file.problems().subList(0, logged)) {
      log.warn(
          "price_file_problem",
          "key",
          event.key(),
          "line",
          problem.line(),
          "effect",
          problem.effect(),
          "reason",
          problem.reason());
    }
    boolean refused = listings.isEmpty();
    log.measured(
        refused ? "price_file_refused" : "price_file",
        List.of(
            Metric.one(refused ? "PriceFilesRefused" : "PriceFiles"),
            Metric.count("Bars", bars),
            Metric.count("RechecksQueued", queued)),
        "key",
        event.key(),
        "bytes",
        event.size(),
        "taken_for",
        file.takenFor(),
        "series",
        file.series().size(),
        "bars",
        bars,
        "problems",
        file.problems().size(),
        "rechecks",
        queued);
  }
}
