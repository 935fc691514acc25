package io.quotemark.serve.about;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Files that every page uses. The style sheet and the script are each written in files by topic and
 * served as one, so that a page asks once.
 */
public final class Assets {
  /** In the order of the sheet: what stands later wins. */
  private static final List<String> STYLES =
      List.of(
          "base",
          "frame",
          "verdicts",
          "forms",
          "lists",
          "article",
          "chosen",
          "chart",
          "home",
          "reference",
          "print");

  /** The first is what the others share; each of the others has its names for itself. */
  private static final List<String> SCRIPTS =
      List.of("base", "check", "prices", "copy", "search", "live", "article", "chart", "reference");

  private Assets() {}

  public static HttpResponse style(Call call) {
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    STYLES.forEach(name -> sheet.writeBytes(Resources.bytes("assets/style/" + name + ".css")));
    return Answers.asset("text/css; charset=utf-8", sheet.toByteArray());
  }

  public static HttpResponse script(Call call) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    for (String name : SCRIPTS) {
      boolean shared = name.equals(SCRIPTS.getFirst());
      script.writeBytes(ascii(shared ? "" : "{\n"));
      script.writeBytes(Resources.bytes("assets/script/" + name + ".js"));
      script.writeBytes(ascii(shared ? "" : "}\n"));
    }
    return Answers.asset("text/javascript; charset=utf-8", script.toByteArray());
  }

  public static HttpResponse icon(Call call) {
    return Answers.asset("image/svg+xml", Resources.bytes("assets/icon.svg"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
