package io.quotemark.fetch.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The way out: where a host is found, and which addresses may be connected to. A deployed function
 * has {@link #PUBLIC} alone; another is handed to a constructor by tests, whose servers listen on
 * this machine.
 */
@FunctionalInterface
public interface Access {
  /** The names of the internet, and its public addresses alone. */
  Access PUBLIC =
      (name, port) ->
          Arrays.stream(InetAddress.getAllByName(name))
              .map(address -> new InetSocketAddress(address, port))
              .toList();

  /**
   * Where a host's port is found; asked for once for each connection.
   *
   * @throws UnknownHostException where there is no such host
   */
  List<InetSocketAddress> places(String name, int port) throws UnknownHostException;

  /** Whether this address may be connected to. */
  default boolean isAllowed(InetAddress address) {
    return PublicAddresses.contain(address);
  }

  /** Who is trusted to vouch for a host, null for whom the Java platform trusts. */
  default @Nullable SSLContext trust() {
    return null;
  }
}
