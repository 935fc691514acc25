package io.quotemark.cli;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.market.listings.ListingSearch;
import io.quotemark.market.listings.ListingsCheck;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.listings.NameGuess;
import io.quotemark.runtime.json.Json;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark listings}: the securities master, and an operator's additions to it. */
@Command(
    name = "listings",
    mixinStandardHelpOptions = true,
    description =
        "Finds listings by name or ticker, and looks a file of your own listings through.",
    footer = {
      "",
      "A file of your own is tab-separated with a header: issuer, ticker, mic, currency, and as wanted",
      "aliases, isin, share_class, ads_ratio, underlying, indices, common, shares. Names and words by |.",
      "Use it with: quotemark up --listings FILE, quotemark check --listings FILE"
    })
final class ListingsCommand {
  /** More than this are counted, not shown. */
  private static final int MOST = 20;

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "find",
      mixinStandardHelpOptions = true,
      description = "Shows the issuers with the name or ticker, and all their listings.")
  int find(
      @Parameters(
              paramLabel = "TEXT",
              description = "part of a name, a ticker (9988, 9988.HK, XHKG:9988) or an ISIN")
          String text,
      @Option(names = "--listings", paramLabel = "FILE", description = "listings of your own")
          @Nullable Path own,
      @Option(names = "--json", description = "one issuer with its listings a line") boolean json)
      throws IOException {
    PrintWriter out = out();
    Securities master = OwnListings.master(own);
    List<Issuer> found = new ListingSearch(master).find(text);
    if (json) {
      found.forEach(issuer -> out.println(row(issuer)));
      return found.isEmpty() ? Exit.FAILED_INPUT : Exit.OK;
    }
    for (Issuer issuer : found.stream().limit(MOST).toList()) {
      out.println(issuer.name());
      for (Listing listing : issuer.listings()) {
        out.printf(
            "  %-14s %s%s%s%n",
            listing.id(),
            listing.unit() == null ? listing.currency() : listing.unit(),
            listing.primary() ? ", primary" : "",
            listing.isDepositaryShare() ? ", depositary" : "");
      }
      if (!issuer.aliases().isEmpty()) {
        out.println("  also " + String.join(", ", issuer.aliases()));
      }
    }
    out.println(
        found.isEmpty()
            ? "No issuer has \"" + text + "\" in a name, nor as a ticker." + meant(master, text)
            : found.size() > MOST ? "… and " + (found.size() - MOST) + " more" : "");
    return found.isEmpty() ? Exit.FAILED_INPUT : Exit.OK;
  }

  private static String meant(Securities master, String text) {
    List<Issuer> meant = new NameGuess(master).of(text);
    return meant.isEmpty()
        ? ""
        : " Did you mean "
            + meant.stream().map(Issuer::name).collect(Collectors.joining(", "))
            + "?";
  }

  private static String row(Issuer issuer) {
    byte[] row =
        Json.write(json -> {
          json.writeStartObject();
          json.writeStringField("name", issuer.name());
          json.writeArrayFieldStart("aliases");
          for (String alias : issuer.aliases()) {
            json.writeString(alias);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("listings");
          for (Listing listing : issuer.listings()) {
            json.writeStartObject();
            json.writeStringField("id", listing.id().toString());
            json.writeStringField("currency", listing.currency());
            json.writeStringField("unit", listing.unit());
            json.writeStringField("isin", listing.isin());
            json.writeBooleanField("primary", listing.primary());
            json.writeBooleanField("depositary", listing.isDepositaryShare());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    return new String(row, StandardCharsets.UTF_8);
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Looks a file of your own listings through: every problem with its line.")
  int check(@Parameters(paramLabel = "FILE", description = "tab-separated") Path file)
      throws IOException {
    String name = Inputs.name(file);
    String rows = new String(Inputs.read(file), StandardCharsets.UTF_8);
    List<ListingsCheck.Problem> problems =
        new ListingsCheck(MasterFile.load()).of(name, new StringReader(rows));
    problems.forEach(p ->
        out()
            .printf(
                "%s%s %s: %s%n",
                name,
                p.line() == 0 ? "" : ":" + p.line(),
                p.refused() ? "wrong" : "caution",
                p.text()));
    if (problems.stream().anyMatch(ListingsCheck.Problem::refused)) {
      return Exit.FAILED_INPUT;
    }
    out().printf("%s can be used (%s).%n", name, OwnListings.master(file).version());
    return Exit.OK;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
