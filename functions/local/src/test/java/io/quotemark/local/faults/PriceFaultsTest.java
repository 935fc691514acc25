package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.MorningGain;
import io.quotemark.fixtures.ScriptedProvider;
import io.quotemark.refresh.Outside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every fault at every call that prices take on their way, from files and from a provider, of
 * sessions and of minutes: after the redeliveries and the next scheduled run, what is stored of
 * prices and of articles is what is stored when nothing happens.
 *
 * <p>{@code functions/local/proof prices} does all of it, the build a sample.
 */
@Tag("proof")
class PriceFaultsTest {
  private static final Event UPLOAD = new Event("inbox/gain.json", MorningGain.ARTICLE, 1);
  private static final byte[] SESSIONS = MorningGain.SESSIONS.getBytes(UTF_8);
  private static final byte[] MINUTES =
      MorningGain.minutes("2025-02-21", "2025-02-24").getBytes(UTF_8);

  private static final String DECIDED = "MOVE_PCT/verified";

  @TempDir Path data;

  private final Wire wire = new Wire();
  private boolean refusing;

  /** What is done, step by step: what goes before, and what is disturbed. */
  private interface Story {
    void before(Deliveries deliveries) throws IOException;

    void disturbed(Deliveries deliveries) throws IOException;
  }

  @Test
  void fileOfSessions_disturbedAtAnyCall_endsInTheSameState() throws IOException {
    everyFault(
        false,
        "XNYS:BABA|1|MINUTES|2025-02-24",
        new Story() {
          @Override
          public void before(Deliveries deliveries) throws IOException {
            article(deliveries);
          }

          @Override
          public void disturbed(Deliveries deliveries) throws IOException {
            deliveries.prices("XNYS_BABA.csv", SESSIONS);
          }
        });
  }

  @Test
  void fileOfMinutes_disturbedAtAnyCall_endsInTheSameState() throws IOException {
    everyFault(
        false,
        DECIDED,
        new Story() {
          @Override
          public void before(Deliveries deliveries) throws IOException {
            deliveries.prices("XNYS_BABA.csv", SESSIONS);
            article(deliveries);
          }

          @Override
          public void disturbed(Deliveries deliveries) throws IOException {
            deliveries.prices("BABA.csv", MINUTES);
          }
        });
  }

  @Test
  void pricesAskedForAtOnce_disturbedAtAnyCall_endInTheSameState() throws IOException {
    everyFault(
        true,
        DECIDED,
        new Story() {
          @Override
          public void before(Deliveries deliveries) {}

          @Override
          public void disturbed(Deliveries deliveries) throws IOException {
            article(deliveries);
          }
        });
  }

  @Test
  void scheduledRunThatAnswersWhatWasLeft_disturbedAtAnyCall_endsInTheSameState()
      throws IOException {
    everyFault(
        true,
        DECIDED,
        new Story() {
          @Override
          public void before(Deliveries deliveries) throws IOException {
            refusing = true;
            article(deliveries);
            deliveries.drain();
            refusing = false;
          }

          @Override
          public void disturbed(Deliveries deliveries) throws IOException {
            scheduled(deliveries, "2026-01-05T22:00:00Z");
          }
        });
  }

  private static void article(Deliveries deliveries) throws IOException {
    deliveries.happen(UPLOAD);
    deliveries.deliver(UPLOAD);
  }

  private static void scheduled(Deliveries deliveries, String at) throws IOException {
    deliveries.deliver(
        Functions.REFRESH,
        List.of("{\"type\":\"refresh\",\"at\":\"" + at + "\",\"exchanges\":[\"XNYS\"]}"));
  }

  /**
   * @param end of the undisturbed run, stands among the articles' items
   */
  private void everyFault(boolean asking, String end, Story story) throws IOException {
    String minutes = MorningGain.minutes("2025-02-24");
    try (ScriptedProvider alpaca =
            ScriptedProvider.alpaca(
                "BABA",
                MorningGain.SESSIONS,
                minutes,
                () -> refusing ? Optional.of(403) : wire.provider());
        Deliveries deliveries =
            asking
                ? new Deliveries(
                    data,
                    Map.of("PRICE_PROVIDERS", "alpaca@100000/100000:XNYS"),
                    wire,
                    Outside.at(alpaca.address(), "id:secret"))
                : new Deliveries(data, Map.of(), wire, Deliveries.NO_PROVIDER)) {
      State expected = run(deliveries, asking, story, Map.of());
      List<Call> calls = expected.calls();
      assertThat(expected.articles().items().toString()).as("%s", calls).contains(end);
      assertThat(expected.prices().items().toString()).doesNotContain("unsettled");
      List<String> wrong = new ArrayList<>();
      List<Map<Integer, Fault>> plans = Fault.some(Fault.singles(calls.size()), Fault.MOST);
      for (Map<Integer, Fault> plan : plans) {
        State state = run(deliveries, asking, story, plan);
        List<String> differences = state.articles().differences(expected.articles());
        differences.addAll(state.prices().differences(expected.prices()));
        if (!differences.isEmpty()) {
          wrong.add(Fault.told(plan, calls) + "\n" + String.join("\n", differences));
        }
      }
      assertThat(wrong).as("of %d runs; %d calls: %s", plans.size(), calls.size(), calls).isEmpty();
    }
  }

  /** What is stored in the end. */
  private record State(List<Call> calls, Snapshot articles, Snapshot prices) {}

  private State run(Deliveries deliveries, boolean asking, Story story, Map<Integer, Fault> faults)
      throws IOException {
    deliveries.clearAll();
    wire.begin(Map.of());
    story.before(deliveries);
    deliveries.forget();
    wire.begin(faults);
    story.disturbed(deliveries);
    deliveries.drain();
    List<Call> calls = wire.calls();
    wire.begin(Map.of());
    if (asking) {
      scheduled(deliveries, "2026-01-06T22:00:00Z");
      deliveries.drain();
    }
    return new State(calls, deliveries.snapshot(), prices(deliveries));
  }

  /**
   * Without counts of requests, reports of runs, and of what was asked for, who asked and from
   * when: an article that is decided in part meanwhile asks for more of the past.
   */
  private static Snapshot prices(Deliveries deliveries) {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    deliveries
        .prices()
        .items()
        .forEach((key, item) -> {
          if (!key.startsWith("BUDGET ") && !key.startsWith("RUN")) {
            Map<String, AttributeValue> rest = new TreeMap<>(item);
            if (key.startsWith("ASK")) {
              rest.keySet().removeAll(Set.of("by", "from"));
            }
            items.put(key, rest);
          }
        });
    return new Snapshot(items, Map.of());
  }
}
