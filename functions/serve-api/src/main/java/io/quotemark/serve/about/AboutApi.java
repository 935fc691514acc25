package io.quotemark.serve.about;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;

/** What is the same for every caller: the OpenAPI document, health, and the page on verdicts. */
public final class AboutApi {
  private final String rules;
  private final String master;

  /**
   * @param rules version of the rules in force
   * @param master version of the securities master in force
   */
  public AboutApi(String rules, String master) {
    this.rules = rules;
    this.master = master;
  }

  public HttpResponse openApi(Call call) {
    return Answers.json(Resources.bytes("openapi.json"));
  }

  public HttpResponse health(Call call) {
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("status", "ok");
      out.writeStringField("rules", rules);
      out.writeStringField("master", master);
      out.writeEndObject();
    });
  }

  public HttpResponse page(Call call) {
    return Answers.page(200, AboutPage.of(rules, master));
  }
}
