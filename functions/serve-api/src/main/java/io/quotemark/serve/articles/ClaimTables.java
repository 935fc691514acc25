package io.quotemark.serve.articles;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.util.List;

/** What a claim was decided on: its bars, its minutes, and the verdict on each basis. */
final class ClaimTables {
  private ClaimTables() {}

  static Html bars(Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    if (evidence == null || evidence.bars().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Deciding bars{}</caption>
        <thead><tr><th scope="col">session</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        Html.when(evidence.listing() != null, Html.of(", {}", evidence.listing())),
        evidence.bars().stream().map(ClaimTables::bar).toList());
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

  private static Html bar(Bar bar) {
    return Template.of(
            "<tr><th scope=\"row\">{session}</th><td>{open}</td><td>{high}</td><td>{low}</td><td>{close}</td></tr>")
        .with("session", bar.session())
        .with("open", shown(bar, PriceField.OPEN, bar.open()))
        .with("high", shown(bar, PriceField.HIGH, bar.high()))
        .with("low", shown(bar, PriceField.LOW, bar.low()))
        .with("close", bar.close().toPlainString())
        .html();
  }

  private static String shown(Bar bar, PriceField field, BigDecimal price) {
    return bar.has(field) ? price.toPlainString() : "–";
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
