package io.quotemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quotemark}, the command without a subcommand: prints what there is. */
@Command(
    name = "quotemark",
    mixinStandardHelpOptions = true,
    versionProvider = Quotemark.Version.class,
    description = "Every share-price claim in the news, checked against price history.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:an input failed: unreadable, rejected, or rows of it dropped; doctor: a deployment would fail",
      "2:wrong options or arguments",
      "3:nothing is running (start it with: quotemark up), or no such stack",
      "4:could not start: port or data folder taken or unusable, disk full",
    },
    footer = {
      "",
      "Begin with:",
      "  ./quotemark up                 everything on this machine, with a sample",
      "  ./quotemark check article.txt  the claims and verdicts of one file",
      "  ./quotemark list               the stored articles; show ID explains one, open ID its page",
    })
public final class Quotemark implements Runnable {
  /** In the order in which the help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          UpCommand.class,
          CheckCommand.class,
          PutCommand.class,
          PricesCommand.class,
          FetchCommand.class,
          FeedsCommand.class,
          ListCommand.class,
          ShowCommand.class,
          ClaimsCommand.class,
          ExportCommand.class,
          FailedCommand.class,
          ReplayCommand.class,
          PurgeCommand.class,
          SweepCommand.class,
          RefreshCommand.class,
          BackfillCommand.class,
          BackfillArticlesCommand.class,
          WatchCommand.class,
          RecheckCommand.class,
          ListingsCommand.class,
          OpenCommand.class,
          McpCommand.class,
          CompletionCommand.class,
          DoctorCommand.class,
          RehearseCommand.class);

  @Spec private @Nullable CommandSpec spec;

  private Quotemark() {}

  /** Names of all commands. */
  static Set<String> commands() {
    return whole().getSubcommands().keySet();
  }

  /** With all commands. */
  static CommandLine whole() {
    return commandLine();
  }

  /**
   * With the command that the arguments name alone, since reading the options of all takes as long
   * as a check; with all where they name none.
   */
  private static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Quotemark());
    for (String argument : arguments) {
      if (!argument.startsWith("-")) {
        for (Class<?> command : COMMANDS) {
          if (command.getSimpleName().equalsIgnoreCase(argument.replace("-", "") + "Command")) {
            return line.addSubcommand(command);
          }
        }
        break;
      }
    }
    COMMANDS.forEach(line::addSubcommand);
    return line;
  }

  /** Runs one command line without colours; the result is the exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(out, err, Look.PLAIN, arguments);
  }

  /**
   * Runs one command line; the result is the exit code.
   *
   * @param look of what is printed to {@code out}
   */
  static int run(PrintWriter out, PrintWriter err, Look look, String... arguments) {
    PrintWriter errors = new TerminalWriter(err, Look.PLAIN);
    return commandLine(arguments)
        .setOut(new TerminalWriter(out, look))
        .setErr(errors)
        // colours would be control characters of our own
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler((problem, commandLine, parsed) -> {
          boolean starting = commandLine.getCommandName().equals("up");
          Exit.Failure failure = Sentences.of(problem, starting);
          errors.println(failure.getMessage());
          return failure.code();
        })
        .execute(arguments);
  }

  @Override
  public void run() {
    CommandSpec known = java.util.Objects.requireNonNull(spec);
    throw new ParameterException(known.commandLine(), "name a command");
  }

  /** The version that the build wrote. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream in = Quotemark.class.getResourceAsStream("/quotemark-version.txt")) {
        String version =
            in == null ? "development" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new String[] {"quotemark " + version.strip()};
      }
    }
  }
}
