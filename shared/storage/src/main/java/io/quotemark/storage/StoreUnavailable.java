package io.quotemark.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * A store that is out of reach, fails on its side or takes no more for now: what was asked may be
 * asked again a little later.
 */
public final class StoreUnavailable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, IOException cause) {
    super(message, cause);
  }

  /** Whether a call to a store failed for such a reason, and not because of what was asked. */
  public static boolean isReasonOf(RuntimeException failure) {
    return switch (failure) {
      case StoreUnavailable itself -> true;
      case SdkServiceException answer ->
          answer.isThrottlingException() || answer.statusCode() >= 500;
      case AbortedException aborted -> true;
      case SdkClientException none -> isOfTheNetwork(none);
      default -> false;
    };
  }

  private static boolean isOfTheNetwork(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
