package io.quotemark.refresh.providers;

import io.quotemark.securities.Securities;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The adapters by the names that configuration gives their providers. */
public final class Vendors {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private Vendors() {}

  /**
   * @param name one of {@code providers.tsv}
   * @param address in place of the provider's own, null for that
   */
  public static PriceSource of(
      String name, @Nullable URI address, Supplier<String> key, Securities master) {
    URI base = address == null ? URI.create(own(name)) : address;
    return switch (name) {
      case "alpaca" -> new Alpaca(base, key, master, DEADLINE);
      case "eodhd" -> new Eodhd(base, key, master, DEADLINE);
      case "jquants" -> new JQuants(base, key, master, DEADLINE);
      case "krx" -> new Krx(base, key, master, DEADLINE);
      case "tiingo" -> new Tiingo(base, key, master, DEADLINE);
      case "twelvedata" -> new TwelveData(base, key, master, DEADLINE);
      default -> throw new IllegalStateException("no provider " + name);
    };
  }

  /** The providers' addresses are no setting. */
  private static String own(String name) {
    return switch (name) {
      case "alpaca" -> "https://data.alpaca.markets";
      case "eodhd" -> "https://eodhd.com";
      case "jquants" -> "https://api.jquants.com";
      case "krx" -> "https://data-dbg.krx.co.kr";
      case "tiingo" -> "https://api.tiingo.com";
      case "twelvedata" -> "https://api.twelvedata.com";
      default -> throw new IllegalStateException("no provider " + name);
    };
  }
}
