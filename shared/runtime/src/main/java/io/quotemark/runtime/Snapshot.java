package io.quotemark.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.runtime.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Lets a function rehearse before Lambda takes its snapshot: what the first call would have to
 * load, read and compile is in the snapshot then. Without snapshots nothing happens here.
 */
public final class Snapshot implements Resource {
  /** As often as it takes until what is called most has been compiled. */
  private static final int PASSES = 250;

  /** For functions that are given a small part of a processor. */
  private static final long MOST_NANOS = 30_000_000_000L;

  /** Together the longest that the compiler is waited for. */
  private static final int MOST_PAUSES = 50;

  private static final long PAUSE_NANOS = 100_000_000;

  /** Lambda holds hooks weakly. */
  private static final List<Snapshot> HELD = new CopyOnWriteArrayList<>();

  /** Where one pass of the rehearsal takes place, so that it leaves nothing behind for the next. */
  @FunctionalInterface
  public interface Stage {
    void host(Play play) throws IOException;
  }

  /** The rehearsal itself. */
  @FunctionalInterface
  public interface Play {
    void run() throws IOException;
  }

  private final RequestStreamHandler handler;
  private final List<byte[]> events;
  private final Stage stage;
  private final JsonLog log;

  private Snapshot(RequestStreamHandler handler, List<byte[]> events, Stage stage, JsonLog log) {
    this.handler = handler;
    this.events = events;
    this.stage = stage;
    this.log = log;
  }

  /**
   * Has the handler rehearse where it is started for a snapshot.
   *
   * @param variables of the environment; Lambda tells there how it starts the function
   * @param log hears of a rehearsal that failed; the function then works as without one
   * @param events files beside the handler's class
   */
  public static void rehearse(
      Map<String, String> variables,
      JsonLog log,
      RequestStreamHandler handler,
      List<String> events,
      Stage stage) {
    if ("snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      List<byte[]> bytes = new ArrayList<>();
      events.forEach(name -> bytes.add(file(handler.getClass(), name)));
      Snapshot snapshot = new Snapshot(handler, bytes, stage, log);
      HELD.add(snapshot);
      Core.getGlobalContext().register(snapshot);
    }
  }

  /** A file beside a class. */
  public static byte[] file(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading " + name, e);
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      long began = System.nanoTime();
      for (int pass = 0; pass < PASSES && System.nanoTime() - began < MOST_NANOS; pass++) {
        stage.host(() ->
            JsonLog.unwritten(() -> {
              play();
              return true;
            }));
      }
      letCompile();
    } catch (IOException | RuntimeException e) {
      log.error("rehearsal_failed", e);
    }
  }

  /** What waits to be compiled when the snapshot is taken would wait for the first call. */
  private static void letCompile() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
      return;
    }
    long before = -1;
    for (int pause = 0;
        pause < MOST_PAUSES && compiler.getTotalCompilationTime() > before;
        pause++) {
      before = compiler.getTotalCompilationTime();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // nothing that a restored function holds grows old: connections are opened again, keys fetched
  }

  private void play() throws IOException {
    for (byte[] event : events) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event), out, new RehearsalContext());
      String answer = out.toString(StandardCharsets.UTF_8);
      if (answer.contains("\"itemIdentifier\"") || answer.contains("\"statusCode\":5")) {
        throw new IllegalStateException("the rehearsal's event failed: " + answer);
      }
    }
  }
}
