package io.quotemark.local.cloud;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** The {@link Guard} before DynamoDB Local. */
final class TablesGuard extends Handler.Wrapper {
  /**
   * DynamoDB Local finds what an action does in a static map, which each server fills anew when it
   * is made: whoever asks another one in this JVM meanwhile would hear that there is no such
   * action.
   */
  private static final ReadWriteLock ACTIONS = new ReentrantReadWriteLock();

  private final Guard guard;

  private TablesGuard(Guard guard, Handler guarded) {
    super(guarded);
    this.guard = guard;
  }

  /** The emulator, to be closed when its server has stopped. */
  static LocalDynamoDBServerHandler emulator(LocalDynamoDBRequestHandler requests) {
    ACTIONS.writeLock().lock();
    try {
      return new LocalDynamoDBServerHandler(requests, null);
    } finally {
      ACTIONS.writeLock().unlock();
    }
  }

  static TablesGuard before(LocalDynamoDBServerHandler emulator, Guard guard) {
    return new TablesGuard(guard, emulator);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Guard.Refusal> refusal =
        guard.refusal(
            new Guard.Asked(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                name -> request.getHeaders().get(name)));
    if (refusal.isEmpty()) {
      ACTIONS.readLock().lock();
      try {
        return super.handle(request, response, callback);
      } finally {
        ACTIONS.readLock().unlock();
      }
    }
    Guard.Answer answer = guard.answer(refusal.get());
    response.setStatus(Guard.STATUS);
    response.getHeaders().put("content-type", answer.contentType());
    Content.Sink.write(response, true, answer.body(), callback);
    return true;
  }
}
