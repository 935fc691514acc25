package io.quotemark.cli;

import io.quotemark.cli.deployment.Account;
import io.quotemark.cli.deployment.Stack;
import io.quotemark.local.template.Plan;
import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code quotemark doctor}: looks before a deployment for what would make it fail. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks before sam deploy what would make it fail: jars, parameters, credentials, the account's",
      "concurrency, the stack's state, the bucket's name. Changes nothing."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      required = true,
      description = "the stack that is to be deployed")
  private String stack = "";

  @Option(names = "--profile", paramLabel = "NAME", description = "AWS profile")
  private @Nullable String profile;

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region")
  private @Nullable String region;

  @Parameters(
      paramLabel = "PARAMETER=VALUE",
      arity = "0..*",
      description = {
        "as for sam deploy --parameter-overrides; what is not named is as it was",
        "deployed, or the template's default"
      })
  private Map<String, String> given = new LinkedHashMap<>();

  @Option(names = "--json", description = "one finding a line")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path home = Places.home();
    Checkup checkup = new Checkup();
    look(checkup, home);
    checkup.findings().forEach(finding -> out.println(json ? row(finding) : finding.toString()));
    long wrong =
        checkup.findings().stream().filter(f -> f.weight() == Checkup.Weight.WRONG).count();
    if (json) {
      return wrong == 0 ? Exit.OK : Exit.FAILED_INPUT;
    }
    out.println(
        wrong == 0
            ? "Nothing stands in the way of a deployment."
            : "To put right first: " + wrong + ".");
    return wrong == 0 ? Exit.OK : Exit.FAILED_INPUT;
  }

  private static String row(Checkup.Finding finding) {
    byte[] row =
        Json.write(json -> {
          json.writeStartObject();
          json.writeStringField("weight", finding.weight().name().toLowerCase(Locale.ROOT));
          json.writeStringField("sentence", finding.sentence());
          json.writeEndObject();
        });
    return new String(row, StandardCharsets.UTF_8);
  }

  private void look(Checkup checkup, Path home) throws IOException {
    Path template = home.resolve("template.yaml");
    checkup.artefacts(Plan.of(template, Map.of()), home);
    Account account;
    Account.Identity caller;
    try {
      account = Account.of(profile, region);
    } catch (SdkException e) {
      checkup.parameters(Plan.of(template, given));
      checkup.unreachable("No region or no credentials: " + e.getMessage());
      return;
    }
    try (account) {
      try {
        caller = account.identity();
      } catch (SdkException | Stack.NotReadable | UncheckedIOException e) {
        checkup.parameters(Plan.of(template, given));
        checkup.unreachable("AWS does not take these credentials: " + e.getMessage());
        return;
      }
      Optional<Optional<Account.Deployed>> asked = checkup.asked(() -> account.stack(stack));
      Account.Deployed deployed = asked.flatMap(d -> d).orElse(null);
      Map<String, String> parameters = new LinkedHashMap<>();
      Plan now = null;
      if (deployed != null && !deployed.bucket().isEmpty()) {
        parameters.putAll(known(template, deployed.parameters()));
        now = Plan.of(template, parameters);
      }
      parameters.putAll(given);
      Plan plan = Plan.of(template, parameters);
      checkup.parameters(plan);
      if (asked.isPresent()) {
        checkup.stack(stack, deployed);
      }
      if (plan.refusals().isEmpty()) {
        checkup.account(account, caller, stack, plan, now);
      }
    }
  }

  /** Parameters of a stack that this template has too; an older one may have had others. */
  private static Map<String, String> known(Path template, Map<String, String> deployed)
      throws IOException {
    Plan defaults = Plan.of(template, Map.of());
    Map<String, String> known = new LinkedHashMap<>(deployed);
    known.keySet().removeIf(name -> !defaults.has(name));
    return known;
  }
}
