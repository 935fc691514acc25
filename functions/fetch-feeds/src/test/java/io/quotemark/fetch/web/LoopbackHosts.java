package io.quotemark.fetch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Real servers on this machine, and the names that lead to them. Addresses of 127.0.0.1 are allowed
 * here; 127.0.0.2 stands for an inner address and is not.
 */
final class LoopbackHosts implements Access, AutoCloseable {
  static final String OPEN = "127.0.0.1";
  static final String INNER = "127.0.0.2";

  /** A name that leads to all servers at once. */
  static final String BOTH = "both.example";

  private static final char[] PASSWORD = "of a test".toCharArray();

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<InetSocketAddress>> names = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private @Nullable SSLContext trust;

  /** Starts a server and has a name lead to it. */
  InetSocketAddress serve(String name, HttpHandler handler) throws IOException {
    return serve(name, OPEN, handler);
  }

  /** The same at an address. */
  InetSocketAddress serve(String name, String address, HttpHandler handler) throws IOException {
    return started(name, HttpServer.create(new InetSocketAddress(address, 0), 0), handler);
  }

  /** The same with TLS, and a certificate for a name. */
  InetSocketAddress serveTls(String name, Path folder, HttpHandler handler)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore keys = certificate(name, folder);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(keys);
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, others.getTrustManagers(), null);
    trust = trusting;
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral(OPEN), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return started(name, server, handler);
  }

  private InetSocketAddress started(String name, HttpServer server, HttpHandler handler) {
    server.setExecutor(workers);
    server.createContext("/", handler);
    server.start();
    servers.add(server);
    name(name, server.getAddress());
    return server.getAddress();
  }

  /** Made by the JDK's keytool for the test, so that no key lies among the sources. */
  private static KeyStore certificate(String name, Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  /**
   * Has a name lead somewhere.
   *
   * @param answers at the first question, at the second … ; the last one stays
   */
  void name(String name, InetSocketAddress... answers) {
    names.put(name, new ArrayDeque<>(List.of(answers)));
  }

  /** Names that were asked for, each as often as it was. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  static HttpHandler text(String text) {
    return exchange -> answer(exchange, 200, text);
  }

  static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/plain"));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static HttpHandler redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      answer(exchange, status, "");
    };
  }

  @Override
  public List<InetSocketAddress> places(String name, int port) throws UnknownHostException {
    asked.add(name + ":" + port);
    if (name.equals(BOTH)) {
      return names.entrySet().stream()
          .filter(entry -> !entry.getKey().equals(BOTH))
          .map(entry -> entry.getValue().getFirst())
          .toList();
    }
    Deque<InetSocketAddress> answers = names.get(name);
    if (answers == null) {
      throw new UnknownHostException(name);
    }
    return List.of(answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
  }

  @Override
  public boolean isAllowed(InetAddress address) {
    return address.getHostAddress().equals(OPEN) || Access.super.isAllowed(address);
  }

  @Override
  public @Nullable SSLContext trust() {
    return trust;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    workers.shutdownNow();
  }
}
