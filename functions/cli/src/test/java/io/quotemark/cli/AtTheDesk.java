package io.quotemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a browser: one {@link ReadersDesk} for the class, each test begins on a desktop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheDesk {
  private @Nullable ReadersDesk opened;
  Path folder = Path.of("");
  Browser browser;
  Pipeline pipeline;
  String wrong = "";
  String hostile = "";
  String waiting = "";

  @BeforeAll
  void start(@TempDir Path ofClass) throws IOException {
    folder = ofClass; // not a static one: classes may run at the same time
    ReadersDesk desk = ReadersDesk.open(folder);
    opened = desk;
    browser = desk.browser();
    pipeline = desk.pipeline();
    wrong = desk.wrong();
    hostile = desk.hostile();
    waiting = desk.waiting();
  }

  @AfterAll
  void stop() {
    if (opened != null) {
      opened.close();
    }
  }

  @BeforeEach
  void desktop() {
    browser.look(Browser.Look.DESKTOP);
  }
}
