package io.quotemark.local.cloud;

import java.util.ArrayList;
import java.util.List;

/** What keeps the local cloud from its work, which its functions cannot know. */
final class Health {
  private final Machine machine;
  private final List<FunctionHost> functions;

  Health(Machine machine, List<FunctionHost> functions) {
    this.machine = machine;
    this.functions = List.copyOf(functions);
  }

  /** What is wrong and what to do about it, a sentence each; empty where all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    machine
        .trouble()
        .ifPresent(trouble -> problems.add(trouble + " Processing then resumes by itself."));
    for (FunctionHost function : functions) {
      if (function.isExhausted()) {
        problems.add(
            "%s does not run any more: %d invocations of it ran past their timeout and do not end. Stop the cloud and start it again; see ./quotemark failed for what made it run away."
                .formatted(function.spec().id(), function.abandoned()));
      }
    }
    return problems;
  }
}
