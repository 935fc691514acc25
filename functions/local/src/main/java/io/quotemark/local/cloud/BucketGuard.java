package io.quotemark.local.cloud;

import java.lang.reflect.Field;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * The {@link Guard} before S3Proxy, in the server that it brings. What it serves is other people's:
 * a document that is opened from here runs no script and has no origin.
 */
final class BucketGuard extends Handler.Wrapper {
  private final Guard guard;

  private BucketGuard(Guard guard, Handler guarded) {
    super(guarded);
    this.guard = guard;
  }

  /** Puts it before all that a server, not started yet, answers. */
  static void install(S3Proxy proxy, Guard guard) {
    try {
      // S3Proxy hands its server to nobody, and has no place for a filter
      Field field = S3Proxy.class.getDeclaredField("server");
      field.setAccessible(true);
      Server server = (Server) field.get(proxy);
      server.setHandler(new BucketGuard(guard, server.getHandler()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this S3Proxy keeps its server elsewhere", e);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put("content-security-policy", "sandbox; default-src 'none'");
    response.getHeaders().put("x-content-type-options", "nosniff");
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
