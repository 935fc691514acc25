package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.text.Tokens;
import java.util.List;

/**
 * A sentence as items.
 *
 * @param sentence its number in the text
 * @param letters one {@link Symbol#letter()} for each item
 * @param decimalComma whether the language writes 1.234,5 for 1,234.5
 * @param eastern whether names carry no capitals
 * @param language whose words are used
 */
public record Row(
    Tokens tokens,
    int sentence,
    List<Item> items,
    String letters,
    boolean decimalComma,
    boolean eastern,
    String language) {
  public Row {
    items = List.copyOf(items);
  }

  /**
   * Whether a sentence of Chinese or Japanese, where names have no capitals, speaks of a share or
   * an index somewhere.
   */
  public boolean tradesByContext() {
    return eastern
        && items.stream()
            .anyMatch(item ->
                switch (item.symbol()) {
                  case STOCK, PRICE, LIMIT, TRADE, INDEX -> true;
                  default -> false;
                });
  }

  public Item get(int item) {
    return items.get(item);
  }

  public int size() {
    return items.size();
  }

  /** The symbol of the item, {@link Symbol#STOP} beyond either end. */
  public Symbol symbol(int item) {
    return item < 0 || item >= items.size() ? Symbol.STOP : items.get(item).symbol();
  }
}
