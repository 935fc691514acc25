package io.quotemark.cli;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.fetch.Web;
import io.quotemark.local.cloud.Cloud;
import io.quotemark.refresh.Outside;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Finds a handler as Lambda does, by the name the template gives, and builds it from a map where
 * Lambda has the process environment: by its constructor that takes one.
 *
 * @param outside of the price providers, whose keys lie in no parameter store here
 * @param web how fetch-feeds asks publishers; otherwise than the public internet in tests alone
 */
record Handlers(Outside outside, Web web) implements Cloud.Functions {
  Handlers(Outside outside) {
    this(outside, Web.PUBLIC);
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
