package io.quotemark.local.faults;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Stories of many keys, some of which hold the same article: uploads, overwrites, removals,
 * repeats, late and disturbed deliveries by a random number. What readers find when everything is
 * worked off is what a simple model says.
 *
 * <p>{@code functions/local/proof model} tells thousands of steps; the build some. {@code
 * -Dquotemark.seed=N} begins with another story.
 */
@Tag("proof")
class ModelTest {
  private static final boolean ALL = "all".equals(System.getProperty("quotemark.model"));
  private static final long SEED = Long.getLong("quotemark.seed", 8);
  private static final int STORIES = ALL ? 60 : 2;
  private static final int STEPS = ALL ? 100 : 50;

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    deliveries = CLOUD.deliveries();
  }

  @Test
  void stories_ofManyKeys_endAsTheModelSays() throws IOException {
    for (long seed = SEED; seed < SEED + STORIES; seed++) {
      List<Step> story = Step.story(new Random(seed), STEPS);
      List<String> wrong = wrong(story);
      if (!wrong.isEmpty()) {
        List<Step> least = least(story);
        throw new AssertionError(
            "seed "
                + seed
                + "; the least of it that goes wrong:\n"
                + least.stream().map(Step::toString).collect(joining("\n"))
                + "\n"
                + String.join("\n", wrong(least)));
      }
    }
  }

  /** The story without every step that it goes wrong without. */
  private static List<Step> least(List<Step> story) throws IOException {
    List<Step> least = new ArrayList<>(story);
    for (int place = least.size() - 1; place >= 0; place--) {
      Step step = least.remove(place);
      if (wrong(least).isEmpty()) {
        least.add(place, step);
      }
    }
    return least;
  }

  private static List<String> wrong(List<Step> story) throws IOException {
    Map<String, Event> newest = new LinkedHashMap<>();
    story.stream()
        .filter(step -> step.kind() == Step.Kind.HAPPENS)
        .map(Step::event)
        .sorted(Comparator.comparingInt(Event::moment))
        .forEach(event -> {
          newest.remove(event.key());
          newest.put(event.key(), event);
        });
    List<String> wrong = new ArrayList<>();
    try {
      play(story);
    } catch (AssertionError end) {
      return List.of(end.toString());
    }
    Snapshot stored = deliveries.snapshot().read();
    replay(newest.values());
    wrong.addAll(stored.differences(deliveries.snapshot().read()));
    List<String> titles = titles(newest.values());
    if (!stored.titles().equals(titles)) {
      wrong.add("articles are " + stored.titles() + "\nand should be " + titles);
    }
    return wrong;
  }

  /** Does what the story says, then whatever was left undone, the newest first. */
  private static void play(List<Step> story) throws IOException {
    deliveries.clear();
    Set<Event> unread = new LinkedHashSet<>();
    Set<Event> untaken = new LinkedHashSet<>();
    Map<Event, List<String>> messages = new LinkedHashMap<>();
    for (Step step : story) {
      Event event = step.event();
      deliveries.wire().begin(step.faults());
      switch (step.kind()) {
        case HAPPENS -> {
          deliveries.happen(event);
          unread.add(event);
          messages.put(event, new ArrayList<>());
        }
        case READ -> {
          List<String> known = messages.get(event);
          if (known != null) {
            known.addAll(deliveries.read(event));
            unread.remove(event);
            untaken.add(event);
          }
        }
        case TAKEN -> {
          for (String message : messages.getOrDefault(event, List.of())) {
            deliveries.take(message);
          }
          untaken.remove(event);
        }
      }
    }
    deliveries.wire().begin(Map.of());
    for (Event event : new ArrayList<>(unread).reversed()) {
      messages.getOrDefault(event, new ArrayList<>()).addAll(deliveries.read(event));
      untaken.add(event);
    }
    for (Event event : new ArrayList<>(untaken).reversed()) {
      for (String message : messages.getOrDefault(event, List.of())) {
        deliveries.take(message);
      }
    }
  }

  /** Only what the model says still counts, in order and undisturbed. */
  private static void replay(Iterable<Event> newest) throws IOException {
    deliveries.clear();
    deliveries.wire().begin(Map.of());
    for (Event event : newest) {
      deliveries.happen(event);
      deliveries.deliver(event);
    }
  }

  /** Titles of the articles that somebody still stands for: of two uploads the newer tells. */
  private static List<String> titles(Iterable<Event> newest) {
    Map<String, String> titles = new TreeMap<>();
    for (Event event : newest) {
      if (event.text() != null) {
        Text text = Text.of(event.text());
        text.article(event.key()).ifPresent(article -> titles.put(article, text.title()));
      }
    }
    return titles.values().stream().sorted().toList();
  }

  @Test
  void story_ofTheSameSeed_isTheSame() {
    assertThat(Step.story(new Random(1), 30))
        .isEqualTo(Step.story(new Random(1), 30))
        .isNotEqualTo(Step.story(new Random(2), 30));
  }
}
