package io.quotemark.fetch.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses of IP are on the public internet. IPv4: all but the blocks that IANA's registry
 * of special-purpose addresses lists. IPv6: the block 2000::/3, from which IANA assigns public
 * addresses, but for the special blocks in it; so addresses of the network itself (fc00::/7 with
 * fd00:ec2::254, fe80::/10), IPv4 written as IPv6 (::ffff:0:0/96) and translated IPv4
 * (64:ff9b::/96) are none.
 */
final class PublicAddresses {
  private static final List<Block> SPECIAL =
      List.of(
          block("0.0.0.0", 8), // this network
          block("10.0.0.0", 8), // private
          block("100.64.0.0", 10), // shared by a provider's customers
          block("127.0.0.0", 8), // this machine
          block("169.254.0.0", 16), // this link; the metadata service of clouds
          block("172.16.0.0", 12), // private
          block("192.0.0.0", 24), // protocols
          block("192.0.2.0", 24), // documentation
          block("192.31.196.0", 24), // AS112
          block("192.52.193.0", 24), // AMT
          block("192.88.99.0", 24), // 6to4 relays
          block("192.168.0.0", 16), // private
          block("192.175.48.0", 24), // AS112
          block("198.18.0.0", 15), // benchmarks
          block("198.51.100.0", 24), // documentation
          block("203.0.113.0", 24), // documentation
          block("224.0.0.0", 4), // multicast
          block("240.0.0.0", 4), // reserved, and broadcast
          block("2001::", 23), // protocols, among them Teredo, which holds an IPv4 address
          block("2001:db8::", 32), // documentation
          block("2002::", 16), // 6to4, which holds an IPv4 address
          block("2620:4f:8000::", 48), // AS112
          block("3fff::", 20)); // documentation

  private static final Block ASSIGNED = block("2000::", 3);
  private static final int BYTES_OF_IPV4 = 4;

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (bytes.length == BYTES_OF_IPV4 || ASSIGNED.holds(bytes))
        && SPECIAL.stream().noneMatch(block -> block.holds(bytes));
  }

  private static Block block(String first, int bits) {
    try {
      return new Block(InetAddress.getByName(first).getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(first + " is written as an address", e);
    }
  }

  /** Addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] first, int bits) {
    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
