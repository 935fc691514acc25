package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.refresh.Outside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A price provider on this machine that answers from a script, with made-up prices. */
public final class ScriptedProvider implements Outside, AutoCloseable {
  private static final Pattern EODHD =
      Pattern.compile("/api/eod/([^?]+)\\?.*from=([0-9-]+)&to=([0-9-]+).*");
  private static final LocalDate TOLD = LocalDate.of(2025, 2, 24);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Obstacle obstacle;
  private final UnaryOperator<String> script;
  private final HttpServer server;

  /** What gets in the way of a request. */
  @FunctionalInterface
  public interface Obstacle {
    /** Status of the answer in place of the script's, 0 for no answer at all; empty for none. */
    Optional<Integer> next();
  }

  private ScriptedProvider(UnaryOperator<String> script, Obstacle obstacle) throws IOException {
    this.script = script;
    this.obstacle = obstacle;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Answers as EODHD's end-of-day API does: about 138 on every session of Hong Kong, and on 24
   * February 2025 a range from 134.30 to 140.90.
   */
  public static ScriptedProvider eodhd() throws IOException {
    TradingCalendar calendar = Calendars.load().of("XHKG");
    return new ScriptedProvider(request -> eodhd(request, calendar), Optional::empty);
  }

  /**
   * Answers as Alpaca does for one symbol, with the rows of price files.
   *
   * @param sessions {@code date,open,high,low,close,volume}
   * @param minutes {@code timestamp,open,high,low,close,volume}
   */
  public static ScriptedProvider alpaca(
      String symbol, String sessions, String minutes, Obstacle obstacle) throws IOException {
    return new ScriptedProvider(
        request ->
            alpaca(
                symbol,
                request.contains("timeframe=1Min")
                    ? minutes
                    : sessions.replaceAll("(?m)^([0-9-]{10}),", "$1T05:00:00Z,")),
        obstacle);
  }

  /** Path and query of each request so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Symbol and stretch of each request to EODHD, {@code 9988.HK 2023-12-22 2025-02-24}. */
  public List<String> stretches() {
    return asked.stream()
        .map(EODHD::matcher)
        .filter(Matcher::matches)
        .map(query -> query.group(1) + " " + query.group(2) + " " + query.group(3))
        .toList();
  }

  @Override
  public Supplier<String> key(String provider) {
    return () -> "id:secret-of-" + provider;
  }

  @Override
  public URI address(String provider) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestURI().toString();
    asked.add(request);
    int status = obstacle.next().orElse(200);
    if (status != 0) {
      byte[] body = (status == 200 ? script.apply(request) : "{}").getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String eodhd(String request, TradingCalendar calendar) {
    Matcher query = EODHD.matcher(request);
    if (!query.matches()) {
      return "[]";
    }
    LocalDate from = LocalDate.parse(query.group(2));
    LocalDate earliest = LocalDate.of(2020, 1, 2);
    return (from.isBefore(earliest) ? earliest : from)
        .datesUntil(LocalDate.parse(query.group(3)).plusDays(1))
        .filter(calendar::isSession)
        .map(ScriptedProvider::bar)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String bar(LocalDate day) {
    String prices =
        day.equals(TOLD)
            ? "\"open\":138.9,\"high\":140.9,\"low\":134.3,\"close\":135.7,\"adjusted_close\":135.7"
            : "\"open\":138,\"high\":139.%1$d,\"low\":137,\"close\":138.5,\"adjusted_close\":138.5"
                .formatted(day.getDayOfMonth() % 10);
    return "{\"date\":\"%s\",%s,\"volume\":%d}"
        .formatted(day, prices, 1_000_000 + day.getDayOfMonth());
  }

  private static String alpaca(String symbol, String rows) {
    return rows.lines()
        .skip(1)
        .map(row ->
            "{\"t\":\"%s\",\"o\":%s,\"h\":%s,\"l\":%s,\"c\":%s,\"v\":%s}"
                .formatted((Object[]) row.split(",", -1)))
        .collect(
            Collectors.joining(
                ",", "{\"bars\":[", "],\"next_page_token\":null,\"symbol\":\"" + symbol + "\"}"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
