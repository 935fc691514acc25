package io.quotemark.cli;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as EODHD's end-of-day API does, with made-up prices: about 138 on every session of Hong
 * Kong, and on 24 February 2025 a range from 134.30 to 140.90.
 */
final class ScriptedProvider implements Outside, AutoCloseable {
  private static final Pattern QUERY =
      Pattern.compile("/api/eod/([^?]+)\\?.*from=([0-9-]+)&to=([0-9-]+).*");
  private static final LocalDate TOLD = LocalDate.of(2025, 2, 24);

  private final TradingCalendar calendar = Calendars.load().of("XHKG");
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  ScriptedProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Symbol and stretch of each request so far, {@code 9988.HK 2023-12-22 2025-02-24}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Supplier<String> key(String provider) {
    return () -> "key-of-" + provider;
  }

  @Override
  public URI address(String provider) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Matcher query = QUERY.matcher(exchange.getRequestURI().toString());
    String body = "[]";
    if (query.matches()) {
      asked.add(query.group(1) + " " + query.group(2) + " " + query.group(3));
      LocalDate from = LocalDate.parse(query.group(2));
      LocalDate earliest = LocalDate.of(2020, 1, 2);
      body =
          (from.isBefore(earliest) ? earliest : from)
              .datesUntil(LocalDate.parse(query.group(3)).plusDays(1))
              .filter(calendar::isSession)
              .map(ScriptedProvider::bar)
              .collect(Collectors.joining(",", "[", "]"));
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
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

  @Override
  public void close() {
    server.stop(0);
  }
}
