package io.quotemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code quotemark rehearse}: the deployment as far as it goes without an account. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Deploys without an AWS account, as far as that goes.",
      "Builds the jars, makes the template's stack in LocalStack, runs the jars under AWS's Lambda",
      "emulator, and passes articles, prices, removals, dead letters, schedules and events through",
      "them. Needs Linux, Go and Python 3.13, and installs the rest into target/. What it leaves out is",
      "in docs/deploy.md."
    })
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = Places.home();
    Process rehearsal =
        new ProcessBuilder(home.resolve("functions/bench/rehearse").toString(), "run")
            .directory(home.toFile())
            .inheritIO()
            .start();
    try {
      return rehearsal.waitFor() == 0 ? Exit.OK : Exit.FAILED_INPUT;
    } finally {
      rehearsal.destroy();
    }
  }
}
