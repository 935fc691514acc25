package io.quotemark.fetch.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Finds a host for a connection, and refuses it where one of its addresses is not allowed. */
record CheckedHosts(Access access) implements DnsResolver {
  private static final int MOST_ADDRESSES = 4;

  /** A name stands for an address that is none of the public internet. */
  static final class InnerAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    InnerAddress(String name, InetAddress address) {
      super("%s leads to %s, which is no public address".formatted(name, address.getHostAddress()));
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String name, int port) throws UnknownHostException {
    List<InetSocketAddress> places = access.places(name, port);
    for (InetSocketAddress place : places) {
      if (!access.isAllowed(place.getAddress())) {
        throw new InnerAddress(name, place.getAddress());
      }
    }
    if (places.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return places.stream().limit(MOST_ADDRESSES).toList();
  }

  @Override
  public InetAddress[] resolve(String name) throws UnknownHostException {
    throw new UnknownHostException(name + " is asked for without a port");
  }

  @Override
  public String resolveCanonicalHostname(String name) {
    return name;
  }
}
