package io.quotemark.cli;

import io.quotemark.fetch.web.Access;
import io.quotemark.fixtures.NewsHosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The names of publishers on this machine lead to their server; nothing else leads anywhere. */
record LoopbackWeb(NewsHosts hosts) implements Access {
  @Override
  public List<InetSocketAddress> places(String name, int port) throws UnknownHostException {
    if (!hosts.has(name)) {
      throw new UnknownHostException(name);
    }
    return List.of(hosts.place());
  }

  @Override
  public boolean isAllowed(InetAddress address) {
    return address.equals(hosts.place().getAddress());
  }
}
