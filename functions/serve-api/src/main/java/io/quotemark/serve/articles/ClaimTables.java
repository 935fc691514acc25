package io.quotemark.serve.articles;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a claim was decided on: its bars, its minutes, and the verdict on each basis. */
final class ClaimTables {
  /** The latest; all of them are in the evidence file. */
  private static final int MOST = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private ClaimTables() {}

  /** As traded, whatever splits came later. */
  static Html bars(CheckedClaim checked) {
    Verdict.Evidence evidence = checked.verdict().evidence();
    if (evidence == null || evidence.bars().isEmpty()) {
      return Html.EMPTY;
    }
    List<Bar> bars = evidence.bars();
    return Template.of(
            """
            <table class="bars"><caption>Deciding prices as traded{listing}{unit}</caption>
            <thead><tr><th scope="col">session</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
            <tbody>{bars}</tbody></table>
            """)
        .with(
            "listing",
            evidence.listing() == null ? Html.EMPTY : Html.of(", {}", evidence.listing()))
        .with("unit", unit(checked))
        .with(
            "bars",
            bars.subList(Math.max(0, bars.size() - MOST), bars.size()).stream()
                .map(bar -> bar(checked, bar))
                .toList())
        .html();
  }

  /** What the article quotes prices in: {@code HK$}, {@code p}. */
  private static Html unit(CheckedClaim checked) {
    String unit = money(checked, BigDecimal.ONE).replaceAll("[0-9.,\\s\u00a0]", "");
    return unit.isEmpty() ? Html.EMPTY : Html.of(", in {}", unit.equals("p") ? "pence" : unit);
  }

  private static Html bar(CheckedClaim checked, Bar bar) {
    return Template.of("<tr><th scope=\"row\">{session}</th>{open}{high}{low}{close}</tr>")
        .with(
            "session",
            Html.of("<time datetime=\"{}\">{}</time>", bar.session(), DAY.format(bar.session())))
        .with("open", cell(checked, bar, PriceField.OPEN, bar.open()))
        .with("high", cell(checked, bar, PriceField.HIGH, bar.high()))
        .with("low", cell(checked, bar, PriceField.LOW, bar.low()))
        .with("close", cell(checked, bar, PriceField.CLOSE, bar.close()))
        .html();
  }

  private static Html cell(CheckedClaim checked, Bar bar, PriceField field, BigDecimal price) {
    if (!bar.has(field)) {
      return Html.of("<td>–</td>");
    }
    return Html.of(
        "<td{}>{}</td>",
        Html.when(decides(checked.verdict(), bar, field), Html.of(" class=\"key\"")),
        money(checked, price).replaceAll("[^0-9.,]", ""));
  }

  private static String money(CheckedClaim checked, BigDecimal price) {
    Verdict.Evidence evidence = checked.verdict().evidence();
    return Spoken.sentences()
        .price(checked.claim(), evidence == null ? null : evidence.currency(), price);
  }

  private static boolean decides(Verdict verdict, Bar bar, PriceField field) {
    Verdict.Basis basis = verdict.basis();
    LocalDate session = basis == null ? null : basis.session();
    return basis != null
        && bar.session().equals(session)
        && field == (basis.field() == null ? PriceField.CLOSE : basis.field());
  }

  static Html minutes(Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    DecidingMinutes minutes = evidence == null ? null : evidence.minutes();
    return minutes == null || minutes.deciding().isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <table><caption>Deciding minutes, from {}</caption>
            <thead><tr><th scope="col">minute</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
            <tbody>{}</tbody></table>
            """,
            minutes.source(),
            minutes.deciding().stream().map(ClaimTables::minute).toList());
  }

  private static Html minute(MinuteBars.Minute minute) {
    return Template.of(
            "<tr><th scope=\"row\"><time>{minute}</time></th><td>{open}</td><td>{high}</td><td>{low}</td><td>{close}</td></tr>")
        .with("minute", minute.start())
        .with("open", minute.open().toPlainString())
        .with("high", minute.high().toPlainString())
        .with("low", minute.low().toPlainString())
        .with("close", minute.close().toPlainString())
        .html();
  }

  static Html alternatives(Verdict verdict) {
    List<Verdict.Alternative> alternatives = verdict.alternatives();
    if (alternatives.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Each way to count</caption>
        <thead><tr><th scope="col">compared</th><th scope="col">verdict</th><th scope="col">session</th><th scope="col">price</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        alternatives.stream()
            .map(a ->
                Template.of(
                        "<tr><th scope=\"row\">{basis}</th><td><span aria-hidden=\"true\">{sign}</span>"
                            + " {word}</td><td>{date}</td><td>{value}</td></tr>")
                    .with("basis", Spoken.sentences().basis(a.name()))
                    .with("sign", Words.sign(a.outcome()))
                    .with("word", Words.of(a.outcome()))
                    .with("date", a.date() == null ? "none in store" : a.date().toString())
                    .with("value", a.value() == null ? null : a.value().toPlainString())
                    .html())
            .toList());
  }
}
