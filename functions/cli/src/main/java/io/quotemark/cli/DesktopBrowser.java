package io.quotemark.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
final class DesktopBrowser {
  private DesktopBrowser() {}

  /** Does nothing where there is no desktop: the address was printed, which is enough there. */
  static void open(URI page) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean desktop =
        !system.contains("linux")
            || System.getenv("DISPLAY") != null
            || System.getenv("WAYLAND_DISPLAY") != null;
    if (!desktop) {
      return;
    }
    List<String> command =
        system.contains("mac")
            ? List.of("open", page.toString())
            : system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
                : List.of("xdg-open", page.toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException absent) {
      // no such program here; the printed address can be opened by hand
    }
  }
}
