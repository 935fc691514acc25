package io.quotemark.bench.wordings;

import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a language writes numbers, days and sums. */
final class Tongue {
  private final Map<String, List<String>> forms;

  private Tongue(Map<String, List<String>> forms) {
    this.forms = forms;
  }

  static Map<String, Tongue> all() {
    Map<String, Map<String, List<String>>> rows = new HashMap<>();
    for (List<String> row : ShippedLines.rows(Tongue.class, "tongues.tsv")) {
      rows.computeIfAbsent(row.get(0), language -> new HashMap<>())
          .put(row.get(1), List.of(row.get(2).split("\\|", -1)));
    }
    Map<String, Tongue> tongues = new HashMap<>();
    rows.forEach((language, forms) -> tongues.put(language, new Tongue(forms)));
    return tongues;
  }

  /** A number with its group and decimal marks. */
  String number(BigDecimal value) {
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : the("point") + plain.substring(point + 1);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", the("group")) + fraction;
  }

  /** A number in a form such as {@code percent} or {@code EUR}; {@code pick} takes one of them. */
  String in(String form, BigDecimal value, int pick) {
    List<String> all = all(form);
    return all.get(Math.floorMod(pick, all.size())).replace("#", number(value));
  }

  String weekday(LocalDate day) {
    return all("weekday").get(day.getDayOfWeek().getValue() - 1);
  }

  String monthOf(LocalDate day) {
    return the("monthyear")
        .replace("Y", Integer.toString(day.getYear()))
        .replace("M", all("month").get(day.getMonthValue() - 1));
  }

  /**
   * @param n from two
   */
  String count(int n) {
    return all("count").get(n - 2);
  }

  String ordinal(int n) {
    return all("ordinal").get(n - 2);
  }

  private String the(String what) {
    return all(what).getFirst();
  }

  private List<String> all(String what) {
    List<String> found = forms.get(what);
    if (found == null) {
      throw new IllegalStateException("tongues.tsv lacks " + what);
    }
    return found;
  }
}
