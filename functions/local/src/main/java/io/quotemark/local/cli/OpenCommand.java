package io.quotemark.local.cli;

import io.quotemark.local.deployment.Deployment;
import io.quotemark.local.deployment.SigningProxy;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark open}: a closed endpoint's pages in a browser on this machine. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a stack's pages and API on this machine until Ctrl-C: requests are signed on their way.",
      "It answers only this machine."
    })
final class OpenCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(names = "--port", description = "where to listen, 0 for any (${DEFAULT-VALUE})")
  private int port = 8080;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment()) {
      if (!where.isStack()) {
        out.println("Already open: " + deployment.http());
        return Exit.OK;
      }
      try (SigningProxy proxy = SigningProxy.start(port, deployment.http(), deployment.signer())) {
        out.println(deployment.name() + " is at " + proxy.address() + "  (Ctrl-C ends it)");
        out.flush();
        new CountDownLatch(1).await();
        return Exit.OK;
      } catch (BindException e) {
        throw new Exit.Failure(
            Exit.CANNOT_START, "Port " + port + " is taken. Choose another: --port 0");
      }
    }
  }
}
