package io.quotemark.publish;

import java.util.List;

/** Where the keys of a webhook's signatures are, for who keeps them in no parameter store. */
@FunctionalInterface
public interface WebhookKeys {
  /** The keys at this moment. */
  List<byte[]> get();
}
