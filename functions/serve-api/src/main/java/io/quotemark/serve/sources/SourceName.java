package io.quotemark.serve.sources;

import io.quotemark.serve.http.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source's name as the path of an address holds it. */
final class SourceName {
  private static final Pattern ENCODED = Pattern.compile("(%[0-9A-Fa-f]{2})+");

  private SourceName() {}

  /**
   * The gateway has decoded the path, and cuts it at a question mark that it finds then, so that a
   * name of any characters can only come encoded twice. What is encoded still is decoded here.
   *
   * @param call of a route whose pattern has {@code {source+}}
   */
  static String of(Call call) {
    return ENCODED
        .matcher(call.segment("source"))
        .replaceAll(
            m -> Matcher.quoteReplacement(URLDecoder.decode(m.group(), StandardCharsets.UTF_8)));
  }
}
