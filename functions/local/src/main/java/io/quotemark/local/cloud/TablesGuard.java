package io.quotemark.local.cloud;

import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The {@link Guard} before DynamoDB Local. */
final class TablesGuard extends Handler.Wrapper {
  private final Guard guard;

  TablesGuard(Guard guard, Handler guarded) {
    super(guarded);
    this.guard = guard;
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
      return super.handle(request, response, callback);
    }
    Guard.Answer answer = guard.answer(refusal.get());
    response.setStatus(Guard.STATUS);
    response.getHeaders().put("content-type", answer.contentType());
    Content.Sink.write(response, true, answer.body(), callback);
    return true;
  }
}
