package io.quotemark.fetch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployed function may ask for. */
class AccessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3", // this machine
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1", // private
        "100.64.0.1",
        "100.127.255.255", // shared by a provider's customers
        "169.254.169.254",
        "169.254.170.2", // metadata of clouds
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "240.0.0.1", // multicast, broadcast, reserved
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "192.88.99.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1", // IPv6's own
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", // IPv4 as IPv6
        "::127.0.0.1",
        "::10.0.0.1", // IPv4 as IPv6 once was written
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1", // translated IPv4
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::1",
        "2001::1",
        "2001:db8::1",
        "100::1",
        "5f00::1",
        "3fff::1"
      })
  void innerAddress_isNotAllowed(String address) throws UnknownHostException {
    assertThat(Access.PUBLIC.isAllowed(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1",
        "9.255.255.255", "11.0.0.0", "169.253.1.1", "223.255.255.255", "198.20.0.1", "192.167.1.1",
        "2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "2001:4860:4860::8888"
      })
  void publicAddress_isAllowed(String address) throws UnknownHostException {
    assertThat(Access.PUBLIC.isAllowed(InetAddress.getByName(address))).isTrue();
  }
}
