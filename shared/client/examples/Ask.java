import module java.base;

import io.quotemark.client.Hints;
import io.quotemark.client.QuotemarkClient;

/** Checks what an assistant wrote: java Ask.java ADDRESS FILE, with the client on the class path. */
void main(String[] arguments) throws Exception {
  try (var client = new QuotemarkClient(URI.create(arguments[0]))) {
    byte[] answer = Files.readAllBytes(Path.of(arguments[1]));
    for (var one : client.check(answer, "text/markdown", Hints.NONE).claims()) {
      IO.println(one.verdict().outcome() + ": " + one.claim().at().text());
    }
  }
}
