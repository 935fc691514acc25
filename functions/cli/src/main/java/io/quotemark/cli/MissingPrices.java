package io.quotemark.cli;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints which prices the stored claims wait for, and where these can be had. */
final class MissingPrices {
  private final PrintWriter out;
  private final Api api;

  MissingPrices(PrintWriter out, Api api) {
    this.out = out;
    this.api = api;
  }

  /** As the API answers, up to a hundred listings a line. */
  void json() {
    api.pages("/v1/evidence-needed?")
        .forEach(page -> out.println(new String(page, StandardCharsets.UTF_8)));
  }

  void table() {
    List<Node> listings = new ArrayList<>();
    Node meta = Json.read("{}".getBytes(StandardCharsets.UTF_8));
    for (byte[] page : api.pages("/v1/evidence-needed?")) {
      Node read = Json.read(page);
      listings.addAll(read.at("evidence_needed").elements());
      meta = read.at("meta");
    }
    if (listings.isEmpty()) {
      out.println("No claim waits for prices.");
      return;
    }
    long claims = meta.at("claims_waiting").number();
    out.println(
        "%s%d %s for prices of %d %s."
            .formatted(
                meta.at("complete").flag() ? "" : "At least ",
                claims,
                claims == 1 ? "claim waits" : "claims wait",
                listings.size(),
                listings.size() == 1 ? "listing" : "listings"));
    listings.forEach(this::print);
    out.println();
    out.println("Load what you have with ./quotemark prices FILE; docs/prices.md has recipes.");
  }

  private void print(Node needed) {
    long claims = needed.at("claims_waiting").number();
    String issuer = needed.at("issuer").textOrNull();
    out.println();
    out.println(
        "%s%s: %d %s"
            .formatted(
                needed.at("listing").text(),
                issuer == null ? "" : "  " + issuer,
                claims,
                claims == 1 ? "claim" : "claims"));
    out.println("  " + wanted(needed));
    for (Node offer : needed.at("where").elements()) {
      out.println("  " + offer.at("name").text() + ": " + offer.at("todo").text());
      offer.at("files").elements().forEach(file -> out.println("    " + file.at("url").text()));
      String terms = offer.at("terms").textOrNull();
      if (terms != null) {
        out.println("    terms: " + terms);
      }
    }
  }

  /** "2025-02-21 to 2025-02-24: high, low, close". */
  static String wanted(Node needed) {
    List<String> stretches = new ArrayList<>();
    for (Node stretch : needed.at("sessions").elements()) {
      String from = stretch.at("from").textOrNull();
      String to = stretch.at("to").text();
      stretches.add(from == null ? "all up to " + to : from.equals(to) ? to : from + " to " + to);
    }
    return String.join(", ", stretches) + ": " + String.join(", ", needed.at("fields").texts());
  }
}
