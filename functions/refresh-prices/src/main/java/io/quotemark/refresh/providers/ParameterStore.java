package io.quotemark.refresh.providers;

import io.quotemark.refresh.KeyUnreadable;
import io.quotemark.storage.StoredSecret;
import java.util.function.Supplier;

/** A provider's key by its name in Systems Manager's parameter store. */
public final class ParameterStore implements Supplier<String> {
  private final StoredSecret key;

  /**
   * @param name of the parameter, {@code /quotemark/eodhd}
   */
  public ParameterStore(String name, StoredSecret.Calls calls) {
    this.key = StoredSecret.parameter(name, calls);
  }

  /**
   * @throws KeyUnreadable where the parameter cannot be read; says which and why, never what it
   *     holds
   */
  @Override
  public String get() {
    try {
      return key.get();
    } catch (StoredSecret.Unreadable unreadable) {
      throw new KeyUnreadable(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }
}
