package io.quotemark.refresh;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A provider's key cannot be read now; the message says where it should be, never what it is. */
public final class KeyUnreadable extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  public KeyUnreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
