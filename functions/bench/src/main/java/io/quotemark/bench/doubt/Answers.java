package io.quotemark.bench.doubt;

import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Reading;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.securities.Securities;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks every text of a file against price files and writes the answers, one JSON object a line:
 * {@code id}, {@code corpus}, {@code status} as {@code POST /v1/check} has it and {@code answer},
 * its body. Two builds are compared by their answers.
 *
 * <p>{@code functions/bench/answers MATERIAL BARS RATES TEXTS OUT [TEXTS OUT …]}; TEXTS are files
 * in the folder MATERIAL.
 */
public final class Answers {
  private Answers() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 5 || args.length % 2 == 0) {
      System.err.println("usage: functions/bench/answers MATERIAL BARS RATES TEXTS OUT …");
      System.exit(2);
    }
    Path folder = Path.of(args[0]);
    List<Path> files = new ArrayList<>(Bars.filesOf(Path.of(args[1])));
    files.add(Path.of(args[2]));
    Securities master = MasterFile.load();
    long began = System.nanoTime();
    // one moment for all: answers name it, and two runs of one build are equal to the byte; after
    // every bar, because a day that is still to come is no bar
    Bars bars = Bars.of(files, master, Instant.parse("2100-01-01T00:00:00Z"));
    System.err.printf(
        "%d listings in %.0f s%n", bars.listings(), (System.nanoTime() - began) / 1e9);
    Checker checker =
        new Checker(new ClaimFinder(master), new Judge(Calendars.load(), master), bars);
    ArticleReader reader = new ArticleReader();
    for (int i = 3; i + 1 < args.length; i += 2) {
      List<Material.Text> texts = Material.texts(folder.resolve(args[i]));
      began = System.nanoTime();
      List<byte[]> answers =
          texts.parallelStream().map(text -> answer(text, reader, checker)).toList();
      try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[i + 1]))) {
        for (byte[] answer : answers) {
          out.write(new String(answer, StandardCharsets.UTF_8));
          out.newLine();
        }
      }
      System.err.printf("%d texts in %.0f s%n", texts.size(), (System.nanoTime() - began) / 1e9);
    }
  }

  static byte[] answer(Material.Text text, ArticleReader reader, Checker checker) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("id", text.id());
      out.writeStringField("corpus", text.corpus());
      switch (reader.read(text.document())) {
        case Reading.One(var article) -> {
          out.writeNumberField("status", 200);
          out.writeFieldName("answer");
          CheckedArticleJson.write(checker.check(article), needed -> List.of(), out);
        }
        case Reading.Bundle bundle -> out.writeNumberField("status", 207);
        case Reading.Rejected rejected -> {
          out.writeNumberField("status", 422);
          out.writeStringField("detail", rejected.message());
        }
      }
      out.writeEndObject();
    });
  }
}
