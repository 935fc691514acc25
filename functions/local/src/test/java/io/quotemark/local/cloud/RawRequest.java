package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * A request with every header as a test wants it: the JDK's client sets {@code Host} and others by
 * itself.
 */
final class RawRequest {
  /** The header that any AWS client sends, of keys that nobody was given. */
  static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20250304/us-east-1/s3/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=0123456789abcdef";

  static final String PRESIGNED =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20250304%2Fus-east-1%2Fs3%2Faws4_request"
          + "&X-Amz-Date=20250304T000000Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature=0123";

  private RawRequest() {}

  /** What came back. */
  record Answer(int status, String head, String body) {
    String header(String name) {
      for (String line : head.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return "";
    }
  }

  /**
   * @param server which one; also its host, where {@code headers} has none
   * @param request method and target
   * @param headers whole lines
   */
  static Answer send(URI server, String request, String body, String... headers)
      throws IOException {
    StringBuilder out = new StringBuilder(request + " HTTP/1.1\r\n");
    boolean host = false;
    for (String header : headers) {
      out.append(header).append("\r\n");
      host |= header.startsWith("Host:");
    }
    if (!host) {
      out.append("Host: ").append(server.getAuthority()).append("\r\n");
    }
    byte[] bytes = body.getBytes(ISO_8859_1);
    out.append("Connection: close\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write((out + body).getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      int end = answer.indexOf("\r\n\r\n");
      String head = end < 0 ? answer : answer.substring(0, end);
      return new Answer(
          Integer.parseInt(head.split(" ", 3)[1]), head, end < 0 ? "" : answer.substring(end + 4));
    }
  }
}
