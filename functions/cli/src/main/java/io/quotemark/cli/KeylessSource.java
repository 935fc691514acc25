package io.quotemark.cli;

import java.net.URI;
import java.util.List;

/**
 * A public source of prices that needs no key and whose terms let anyone use it.
 *
 * @param name as a command names it
 * @param address what is asked for
 * @param file what its answer is called among the price files
 * @param what it is, for a person who decides whether to ask for it
 * @param terms on which it is given, and where they stand
 */
record KeylessSource(String name, URI address, String file, String what, String terms) {
  /**
   * The closed list. Taiwan's exchanges (TWSE, TPEx) and the yields of the US Treasury are not in
   * it: their files load by hand, but the terms of an automatic use have not been established.
   */
  static final List<KeylessSource> ALL =
      List.of(
          new KeylessSource(
              "ecb",
              URI.create("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"),
              "eurofxref-hist.zip",
              "the euro's reference rates of every working day since 1999, below a megabyte",
              "free to use, with the European Central Bank named as the source"
                  + " (ecb.europa.eu, Disclaimer & Copyright)"));
}
