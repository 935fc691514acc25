package io.quotemark.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.template.Specs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a function's handler as Lambda does: bytes in, bytes out, stopped at its timeout. */
final class FunctionHost {
  /** An invocation that did not answer. */
  static final class FunctionFailed extends Exception {
    FunctionFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final Specs.Function spec;
  private final RequestStreamHandler handler;

  FunctionHost(Specs.Function spec, RequestStreamHandler handler) {
    this.spec = spec;
    this.handler = handler;
  }

  Specs.Function spec() {
    return spec;
  }

  byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException {
    String requestId = UUID.randomUUID().toString();
    Duration timeout = spec.timeout();
    FutureTask<byte[]> task = new FutureTask<>(() -> run(event, requestId));
    Thread thread = Thread.ofVirtual().name(spec.id() + " " + requestId).start(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new FunctionFailed(spec.id() + " timed out after " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new FunctionFailed(spec.id() + " failed: " + e.getCause(), e);
    }
  }

  private byte[] run(byte[] event, String requestId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), out, new InvocationContext(spec, requestId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
