package io.quotemark.local.cloud;

import java.util.Optional;

/**
 * The machine under the cloud. While something is wrong with it no message is taken, since none of
 * them is to blame.
 */
interface Machine {
  /** One that nothing can be known of. */
  Machine UNKNOWN =
      new Machine() {
        @Override
        public Optional<String> trouble() {
          return Optional.empty();
        }

        @Override
        public void suspect() {}
      };

  /** What is wrong and what to do, in a sentence; empty where all is well. */
  Optional<String> trouble();

  /** Something failed that a sick machine would explain: the next look is a thorough one. */
  void suspect();
}
