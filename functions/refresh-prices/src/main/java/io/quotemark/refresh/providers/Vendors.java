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
    Service service = Service.at(base, key, master, DEADLINE);
    return switch (name) {
      case "alpaca" -> new Alpaca(service);
      case "eodhd" -> new Eodhd(service);
      case "jquants" -> new JQuants(service);
      case "krx" -> new Krx(service);
      case "tiingo" -> new Tiingo(service);
      case "twelvedata" -> new TwelveData(service);
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
