package io.quotemark.local.cloud;

import java.net.URI;

/** The only interface anything here listens on. */
final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  static URI http(int port) {
    return URI.create("http://" + HOST + ":" + port);
  }
}
