package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.client.RequestSigner;
import io.quotemark.local.cloud.Clients;
import io.quotemark.local.cloud.Cloud;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running {@code quotemark up}, as {@code DATA/instance.json} tells of it.
 *
 * @param queues logical id to address
 */
record Instance(
    long pid, URI http, URI s3, URI sqs, URI dynamoDb, String bucket, Map<String, URI> queues) {
  private static final String FILE = "instance.json";

  Instance {
    queues = Map.copyOf(queues);
  }

  static Instance of(Cloud cloud, Iterable<String> queueIds) {
    Map<String, URI> queues = new java.util.LinkedHashMap<>();
    for (String id : queueIds) {
      queues.put(id, URI.create(cloud.queueUrl(id)));
    }
    return new Instance(
        ProcessHandle.current().pid(),
        cloud.http(),
        cloud.s3(),
        cloud.sqs(),
        cloud.dynamoDb(),
        cloud.bucket(),
        queues);
  }

  void write(Path data) throws IOException {
    byte[] json =
        Json.write(out -> {
          out.writeStartObject();
          out.writeStringField("pid", Long.toString(pid));
          out.writeStringField("http", http.toString());
          out.writeStringField("s3", s3.toString());
          out.writeStringField("sqs", sqs.toString());
          out.writeStringField("dynamodb", dynamoDb.toString());
          out.writeStringField("bucket", bucket);
          out.writeObjectFieldStart("queues");
          for (Map.Entry<String, URI> queue : queues.entrySet()) {
            out.writeStringField(queue.getKey(), queue.getValue().toString());
          }
          out.writeEndObject();
          out.writeEndObject();
        });
    Path fresh = data.resolve(FILE + ".new");
    Files.write(fresh, json);
    Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  Deployment deployment() {
    Map<String, String> addresses = new java.util.LinkedHashMap<>();
    queues.forEach((id, address) -> addresses.put(id, address.toString()));
    return new Deployment(
        "the local cloud",
        http,
        signer(System.getenv("QUOTEMARK_TOKEN")),
        Clients.s3(s3),
        Clients.sqs(sqs),
        Clients.dynamoDb(dynamoDb),
        bucket,
        addresses,
        Map.of("ArticlesTable", "ArticlesTable", "PricesTable", "PricesTable"),
        OwnListings.KEY);
  }

  /** A token is asked for where people sign in; elsewhere it is not looked at. */
  private static RequestSigner signer(@Nullable String token) {
    return token == null || token.isBlank() ? RequestSigner.OPEN : RequestSigner.bearer(token);
  }

  static void forget(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }

  /**
   * @throws Exit.Failure where none runs on that folder
   */
  static Instance running(Path data) {
    Path file = data.resolve(FILE);
    try {
      if (Files.exists(file)) {
        Node node = Json.read(Files.readAllBytes(file));
        long pid = node.at("pid").number();
        if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
          return new Instance(
              pid,
              URI.create(node.at("http").text()),
              URI.create(node.at("s3").text()),
              URI.create(node.at("sqs").text()),
              URI.create(node.at("dynamodb").text()),
              node.at("bucket").text(),
              node.at("queues").members().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, entry -> URI.create(entry.getValue().text()))));
        }
      }
    } catch (IOException | Json.Malformed unreadable) {
      throw new Exit.Failure(Exit.NOT_RUNNING, file + " cannot be read: " + unreadable);
    }
    throw new Exit.Failure(
        Exit.NOT_RUNNING,
        "Nothing is running on " + data + ". Start it with: ./quotemark up  (or name its --data)");
  }
}
