package io.quotemark.cli;

import io.quotemark.cli.deployment.Account;
import io.quotemark.cli.deployment.Stack;
import io.quotemark.local.template.Plan;
import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** What stands in the way of a deployment, each in a sentence. */
final class Checkup {
  /** What Lambda takes of a function unpacked, its layers included. */
  private static final long MOST_UNPACKED = 262_144_000;

  /** What Lambda leaves without a reservation in an account of the usual size. */
  private static final int KEPT_UNRESERVED = 100;

  /** How much a finding matters. */
  enum Weight {
    OK("ok   "),
    NOTE("note "),
    WRONG("wrong");

    final String word;

    Weight(String word) {
      this.word = word;
    }
  }

  record Finding(Weight weight, String sentence) {
    @Override
    public String toString() {
      return weight.word + "  " + sentence;
    }
  }

  private final List<Finding> findings = new ArrayList<>();

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void say(Weight weight, String sentence) {
    findings.add(new Finding(weight, sentence));
  }

  void parameters(Plan plan) {
    plan.refusals().forEach(refusal -> findings.add(new Finding(Weight.WRONG, refusal)));
    Optional<String> providers = wrongProviders(plan);
    providers.ifPresent(why -> say(Weight.WRONG, "PriceProviders is refused: " + why + "."));
    if (plan.refusals().isEmpty() && providers.isEmpty()) {
      say(Weight.OK, "The template takes these parameters.");
    }
  }

  /** What the template's pattern lets pass and the functions would not start with. */
  private static Optional<String> wrongProviders(Plan plan) {
    try {
      Providers.parse(plan.parameter("PriceProviders"));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return plan.refusals().isEmpty() ? Optional.ofNullable(e.getMessage()) : Optional.empty();
    }
  }

  /** Are the jars built, and does Lambda take their size? */
  void artefacts(Plan plan, Path home) throws IOException {
    List<String> built = new ArrayList<>();
    for (String artefact : plan.artefacts()) {
      Path jar = home.resolve(artefact);
      if (!Files.exists(jar)) {
        say(Weight.WRONG, "%s is not built. Run mvn package first.".formatted(artefact));
        continue;
      }
      long unpacked = unpacked(jar);
      if (unpacked > MOST_UNPACKED) {
        say(
            Weight.WRONG,
            "%s unpacks to %s; Lambda takes %s."
                .formatted(artefact, megabytes(unpacked), megabytes(MOST_UNPACKED)));
      }
      built.add(jar.getFileName() + " " + megabytes(Files.size(jar)));
    }
    if (!built.isEmpty()) {
      say(Weight.OK, "Built: %s.".formatted(String.join(", ", built)));
    }
  }

  private static long unpacked(Path jar) throws IOException {
    long bytes = 0;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        bytes += e.nextElement().getSize();
      }
    }
    return bytes;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** The account cannot be spoken to at all. */
  void unreachable(String why) {
    say(Weight.WRONG, why);
  }

  /** What is in the account now against what would be there. */
  void account(
      Account account, Account.Identity caller, String stack, Plan plan, @Nullable Plan now) {
    say(
        Weight.OK,
        "Account %s in %s, as %s.".formatted(caller.number(), account.region(), caller.arn()));
    asked(account::concurrency).ifPresent(c -> concurrency(c, plan, now));
    String bucket = plan.bucket(caller.number(), account.region());
    Optional<Account.Holder> holder = asked(() -> account.bucket(bucket));
    holder.ifPresent(h -> bucket(bucket, h, stack, now, caller, account.region()));
    String listings = plan.parameter("Listings");
    if (!listings.isEmpty()) {
      boolean there =
          holder.filter(h -> h == Account.Holder.THIS_ACCOUNT).isPresent()
              && asked(() -> account.has(bucket, listings)).orElse(true);
      if (!there) {
        say(
            Weight.NOTE,
            ("s3://%s/%s is not there. Functions use the shipped listings until you put it and deploy"
                    + " its key, which takes another name where this one is deployed already.")
                .formatted(bucket, listings));
      }
    }
  }

  private void concurrency(Account.Concurrency has, Plan plan, @Nullable Plan now) {
    int taken = now == null ? 0 : now.reserved();
    int free = has.unreserved() + taken;
    if (plan.reserved() > 0 && free - plan.reserved() < KEPT_UNRESERVED) {
      say(
          Weight.WRONG,
          ("ReserveConcurrency=on takes %d executions at once. The account has %d, %d of them"
                  + " unreserved, of which AWS keeps %d. Deploy with ReserveConcurrency=off, or ask for"
                  + " more: Service Quotas, AWS Lambda, Concurrent executions.")
              .formatted(plan.reserved(), has.all(), free, KEPT_UNRESERVED));
    } else if (plan.reserved() == 0 && free <= plan.mostFromQueues()) {
      say(
          Weight.NOTE,
          ("The account has %d executions at once, %d of them unreserved; the queues alone may ask"
                  + " for %d. It deploys, and under load articles and the API wait for each other. To"
                  + " raise it: Service Quotas, AWS Lambda, Concurrent executions.")
              .formatted(has.all(), free, plan.mostFromQueues()));
    } else {
      say(
          Weight.OK,
          "%d executions at once, %d of them unreserved, are enough."
              .formatted(has.all(), has.unreserved()));
    }
  }

  private void bucket(
      String name,
      Account.Holder holder,
      String stack,
      @Nullable Plan now,
      Account.Identity caller,
      String region) {
    if (now != null && now.bucket(caller.number(), region).equals(name)) {
      say(Weight.OK, "The bucket %s is this stack's.".formatted(name));
      return;
    }
    switch (holder) {
      case NOBODY -> say(Weight.OK, "The bucket's name %s is free.".formatted(name));
      case THIS_ACCOUNT ->
          say(
              Weight.WRONG,
              ("The bucket %s is there and is not of stack %s: an earlier stack kept it, or another"
                      + " has it. Deploy with another Name, or remove it if nothing in it is needed: aws"
                      + " s3 rb --force s3://%s")
                  .formatted(name, stack, name));
      case ANOTHER ->
          say(
              Weight.WRONG,
              ("The bucket %s is there, of another account or region, or you may not look at it"
                      + " (s3:ListBucket). Deploy with another Name.")
                  .formatted(name));
    }
  }

  /** May the stack be created or updated as it is? */
  void stack(String name, Account.@Nullable Deployed deployed) {
    if (deployed == null) {
      say(Weight.OK, "There is no stack %s yet; this is its first deployment.".formatted(name));
      return;
    }
    String status = deployed.status();
    if (status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS")) {
      say(Weight.WRONG, "Stack %s is in %s. Wait until that is over.".formatted(name, status));
    } else if (status.equals("UPDATE_ROLLBACK_FAILED")) {
      say(
          Weight.WRONG,
          "Stack %s is in %s. First: aws cloudformation continue-update-rollback --stack-name %s"
              .formatted(name, status, name));
    } else if (status.startsWith("ROLLBACK_") || status.endsWith("_FAILED")) {
      say(
          Weight.WRONG,
          ("Stack %s is in %s and cannot be updated. Delete it first: aws cloudformation"
                  + " delete-stack --stack-name %s")
              .formatted(name, status, name));
    } else {
      say(Weight.OK, "Stack %s is in %s; this updates it.".formatted(name, status));
    }
  }

  /** The answer, or a note that says why there is none. */
  <T> Optional<T> asked(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (SdkException | Stack.NotReadable | UncheckedIOException | Json.Malformed e) {
      say(Weight.NOTE, "Not looked at: %s".formatted(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
