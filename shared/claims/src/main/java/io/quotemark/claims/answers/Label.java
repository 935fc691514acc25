package io.quotemark.claims.answers;

import io.quotemark.domain.claim.Window;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a label say together.
 *
 * @param stretch the stretch of time that they name, else null
 */
record Label(Set<Feature> features, @Nullable Window stretch) {
  static final Label NONE = new Label(EnumSet.noneOf(Feature.class), null);

  Label {
    EnumSet<Feature> ordered = EnumSet.noneOf(Feature.class);
    ordered.addAll(features);
    features = Collections.unmodifiableSet(ordered);
  }

  static Label of(Window stretch) {
    return new Label(EnumSet.noneOf(Feature.class), stretch);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** This and what another word adds. */
  Label plus(Label other) {
    EnumSet<Feature> all = EnumSet.noneOf(Feature.class);
    all.addAll(features);
    all.addAll(other.features);
    return new Label(all, other.stretch == null ? stretch : other.stretch);
  }

  /** Whether it says which figure stands beside it. */
  boolean tells() {
    return stretch != null || has(Feature.OTHER) || features.stream().anyMatch(Feature::isBase);
  }

  /** Whether its words add nothing but grammar. */
  boolean isFiller() {
    return stretch == null
        && features.stream().allMatch(f -> f == Feature.FILLER || f == Feature.JOINER);
  }

  /** Whether it is of the session itself: no stretch, or one of a day. */
  boolean ofSession() {
    return stretch == null
        || (stretch instanceof Window.Last last
            && last.unit() == Window.Unit.D
            && last.count() == 1);
  }
}
