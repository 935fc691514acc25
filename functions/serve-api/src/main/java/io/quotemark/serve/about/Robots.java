package io.quotemark.serve.about;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;

/** {@code /robots.txt}: what search engines may read (RFC 9309). */
public final class Robots {
  private final boolean listed;

  /**
   * @param listed whether the pages are for everybody; else robots are asked to stay away
   */
  public Robots(boolean listed) {
    this.listed = listed;
  }

  public HttpResponse robots(Call call) {
    return Answers.text(
        listed
            ? "User-agent: *\nDisallow: /v1/\nDisallow: /check\nDisallow: /search\nDisallow: /uploads\n"
            : "User-agent: *\nDisallow: /\n");
  }
}
