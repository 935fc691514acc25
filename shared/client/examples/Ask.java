import module java.base;

import io.quotemark.client.Hints;
import io.quotemark.client.QuotemarkClient;

/** Checks what an assistant wrote: java Ask.java ADDRESS FILE, with the client on the class path. */
void main(String[] arguments) throws Exception {
  try (var client = new QuotemarkClient(URI.create(arguments[0]))) {
    var answer = client.checkAnswer(Files.readString(Path.of(arguments[1])), Hints.NONE);
    for (var one : answer.findings()) {
      IO.println(one.standing() + ": " + one.claim().claim().at().text());
    }
    IO.println(answer.corrected());
  }
}
