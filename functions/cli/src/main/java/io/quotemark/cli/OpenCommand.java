package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.cli.deployment.SigningProxy;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark open}: the pages in a browser on this machine, a closed endpoint's too. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the pages, or an article's, in your browser where there is one, and prints the address.",
      "A stack's are opened on this machine until Ctrl-C: requests are signed on their way, and only",
      "this machine is answered."
    })
final class OpenCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(names = "--port", description = "where to listen, 0 for any (${DEFAULT-VALUE})")
  private int port = 8080;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "id, as list shows it")
  private @Nullable String article;

  @Option(names = "--print", description = "print the address only")
  private boolean print;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment()) {
      if (article != null) {
        known(deployment, article);
      }
      if (!where.isStack()) {
        show(out, deployment.http());
        return Exit.OK;
      }
      try (SigningProxy proxy = SigningProxy.start(port, deployment.http(), deployment.signer())) {
        out.println(deployment.name() + " is at " + proxy.address() + "  (Ctrl-C ends it)");
        show(out, proxy.address());
        new CountDownLatch(1).await();
        return Exit.OK;
      } catch (BindException e) {
        throw new Exit.Failure(
            Exit.CANNOT_START, "Port " + port + " is taken. Choose another: --port 0");
      }
    }
  }

  private static void known(Deployment deployment, String article) {
    try (Api api = new Api(deployment)) {
      Api.State state = api.state(article);
      if (state.status() != 200) {
        throw new Exit.Failure(Exit.FAILED_INPUT, article + ": " + state.detail());
      }
    }
  }

  private void show(PrintWriter out, URI address) {
    URI page =
        article == null
            ? address
            : address.resolve("/articles/" + URLEncoder.encode(article, StandardCharsets.UTF_8));
    out.println(page);
    out.flush();
    if (!print) {
      DesktopBrowser.open(page);
    }
  }
}
