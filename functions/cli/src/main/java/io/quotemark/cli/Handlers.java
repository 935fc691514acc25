package io.quotemark.cli;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.fetch.Web;
import io.quotemark.local.cloud.Cloud;
import io.quotemark.publish.WebhookKeys;
import io.quotemark.refresh.Outside;
import io.quotemark.serve.login.LoginSecrets;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a handler as Lambda does, by the name the template gives, and builds it from a map where
 * Lambda has the process environment: by its constructor that takes one.
 *
 * @param outside of the price providers, whose keys lie in no parameter store here
 * @param webhook keys of the signatures of a webhook, likewise
 * @param login where the secrets of a login lie, null where nobody signs in
 * @param web how fetch-feeds asks publishers; otherwise than the public internet in tests alone
 */
record Handlers(Outside outside, WebhookKeys webhook, @Nullable LoginSecrets login, Web web)
    implements Cloud.Functions {
  private static final WebhookKeys NO_WEBHOOK =
      () -> {
        throw new IllegalStateException("no webhook has a secret here");
      };

  /** As it asks publishers outside of tests. */
  Handlers(Outside outside, WebhookKeys webhook, @Nullable LoginSecrets login) {
    this(outside, webhook, login, Web.PUBLIC);
  }

  /** Without a login. */
  Handlers(Outside outside, WebhookKeys webhook) {
    this(outside, webhook, null, Web.PUBLIC);
  }

  /** Without a webhook or a login. */
  Handlers(Outside outside) {
    this(outside, NO_WEBHOOK, null, Web.PUBLIC);
  }

  /** Without a webhook or a login. */
  Handlers(Outside outside, Web web) {
    this(outside, NO_WEBHOOK, null, web);
  }

  @Override
  public RequestStreamHandler create(String handler, Map<String, String> environment) {
    String name = handler.replaceFirst("::.*", "");
    if (name.equals(io.quotemark.refresh.Handler.class.getName())) {
      return new io.quotemark.refresh.Handler(environment, outside);
    }
    if (name.equals(io.quotemark.fetch.Handler.class.getName())) {
      return new io.quotemark.fetch.Handler(environment, web);
    }
    if (name.equals(io.quotemark.publish.Handler.class.getName())) {
      return new io.quotemark.publish.Handler(environment, webhook);
    }
    if (login != null && name.equals(io.quotemark.serve.Handler.class.getName())) {
      return io.quotemark.serve.Handler.with(login, environment);
    }
    try {
      return Class.forName(name)
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Map.class)
          .newInstance(environment);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(name + " did not start: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the template's handler " + handler + " is not there", e);
    }
  }
}
