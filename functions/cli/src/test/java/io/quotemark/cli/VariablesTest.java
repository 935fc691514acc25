package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every variable that a function needs is set by the template, and the template sets none that
 * nobody reads.
 */
class VariablesTest {
  private static final Pattern MISSING = Pattern.compile("([A-Z_0-9]+) is not set");

  /** Set by Lambda itself. */
  private static final Set<String> BY_LAMBDA = Set.of("AWS_REGION");

  /** Read where they are set; their absence is no problem. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "LOG_LEVEL",
          "TEXT_ROUTES",
          "PRICE_UPLOADS",
          "FEEDS",
          "FETCH_HOSTS",
          "FETCH_CONTACT",
          "EMBED_ORIGINS",
          "LISTINGS",
          "ARCHIVE_QUEUE_URL",
          "ARCHIVE_ARTICLES_QUEUE_URL",
          "BUCKET_VERSIONING",
          "GENERATED_SOURCES",
          "PRICE_PROVIDERS",
          "RATES",
          "PROVIDER_KEYS",
          "EVENT_BUS",
          "WEBHOOK_URL",
          "WEBHOOK_SECRET_PARAMETER",
          "WEBHOOK_FORM",
          "WEBHOOK_EVENTS",
          "PAGE_ADDRESS",
          "EXPORTS");

  @Test
  void function_startedWithoutVariables_namesAllThatTheTemplateSets() throws IOException {
    for (Specs.Function function :
        Template.read(Places.home().resolve("template.yaml"))
            .with(Map.of("EventBus", "newsroom", "Feeds", "config/feeds.txt"))
            .functions()) {
      Set<String> needed = new TreeSet<>();
      Matcher missing = MISSING.matcher(complaint(function));
      while (missing.find()) {
        needed.add(missing.group(1));
      }
      needed.removeAll(BY_LAMBDA);
      Set<String> set = new TreeSet<>(function.environment().keySet());
      set.removeAll(OPTIONAL);
      assertThat(needed).as(function.id()).isNotEmpty().isEqualTo(set);
    }
  }

  private static String complaint(Specs.Function function) {
    Throwable thrown =
        catchThrowable(
            () -> new Handlers(provider -> () -> "").create(function.handler(), Map.of()));
    StringBuilder messages = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      messages.append(at.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
