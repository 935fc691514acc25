package io.quotemark.cli;

import io.quotemark.local.cloud.Cloud;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports that nothing else listens on. */
final class FreePorts {
  /** The highest there is. */
  static final int MOST = 65_535;

  private FreePorts() {}

  /**
   * The one wanted, and for the other services those after it or any.
   *
   * @param port 0 for any
   * @throws Exit.Failure where it is taken
   */
  static Cloud.Ports from(int port) throws IOException {
    if (port == 0) {
      return Cloud.Ports.ANY;
    }
    if (!free(port)) {
      throw new Exit.Failure(
          Exit.CANNOT_START,
          "Port " + port + " is taken. Choose another: ./quotemark up --port " + (port + 100));
    }
    return new Cloud.Ports(port, freeOrAny(port + 1), freeOrAny(port + 2), freeOrAny(port + 3));
  }

  private static int freeOrAny(int wanted) throws IOException {
    return wanted <= MOST && free(wanted) ? wanted : 0;
  }

  private static boolean free(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (BindException taken) {
      return false;
    }
  }
}
