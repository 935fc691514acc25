package io.quotemark.serve.about;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;

/** Files that every page uses. */
public final class Assets {
  private Assets() {}

  public static HttpResponse style(Call call) {
    return asset("quotemark.css", "text/css; charset=utf-8");
  }

  public static HttpResponse script(Call call) {
    return asset("quotemark.js", "text/javascript; charset=utf-8");
  }

  public static HttpResponse icon(Call call) {
    return asset("icon.svg", "image/svg+xml");
  }

  private static HttpResponse asset(String name, String contentType) {
    return Answers.asset(contentType, Resources.bytes("assets/" + name));
  }
}
