package io.quotemark.local.cli;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.cloud.Cloud;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Finds a handler as Lambda does, by the name the template gives, and builds it from a map where
 * Lambda has the process environment: by its constructor that takes one.
 */
final class Handlers implements Cloud.Functions {
  @Override
  public RequestStreamHandler create(String handler, Map<String, String> environment) {
    String name = handler.replaceFirst("::.*", "");
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
