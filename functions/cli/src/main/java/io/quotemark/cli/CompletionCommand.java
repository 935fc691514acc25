package io.quotemark.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark completion}: what makes a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that makes your shell complete commands and options:",
      "  source <(./quotemark completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells that it is for. */
  enum Shell {
    bash,
    zsh
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "bash|zsh", description = "the shell")
  private Shell shell = Shell.bash;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (shell == Shell.zsh) {
      out.println("autoload -U +X compinit && compinit");
      out.println("autoload -U +X bashcompinit && bashcompinit");
    }
    AutoComplete.bash("quotemark", Quotemark.whole()).lines().forEach(out::println);
    return Exit.OK;
  }
}
