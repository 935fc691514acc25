package io.quotemark.local.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every order in which things may arrive. */
final class Orders {
  private Orders() {}

  /** All orders of these, each once: two that are equal are not told apart. */
  static <E> Set<List<E>> of(List<E> some) {
    if (some.isEmpty()) {
      return Set.of(List.of());
    }
    Set<List<E>> orders = new LinkedHashSet<>();
    for (int place = 0; place < some.size(); place++) {
      List<E> others = new ArrayList<>(some);
      E first = others.remove(place);
      for (List<E> rest : of(others)) {
        List<E> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
