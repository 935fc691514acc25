package io.quotemark.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is drawn over the prices of a chart, in the currency of its series. */
public sealed interface Mark {
  LocalDate session();

  String label();

  /** A day alone, as that of publication: a dotted upright. */
  record Day(LocalDate session, String label) implements Mark {}

  /** A price that was claimed of a session: a dashed line across, and a dot on the session. */
  record Level(LocalDate session, BigDecimal price, String label) implements Mark {}

  /** A price that decided: a ring on its session. */
  record Point(LocalDate session, BigDecimal price, String label) implements Mark {}
}
