package io.quotemark.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.storage.AwsClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * A handler on a function's jar that builds clients as on AWS, with no address given, and answers
 * which hosts they would call. Its event names those that are expected, and with them the clients.
 */
public final class Regional implements RequestStreamHandler {
  private final List<String> hosts = new ArrayList<>();
  private final AwsClients clients = new AwsClients("eu-central-1", new Recorder(hosts));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    for (String host : new String(input.readAllBytes(), StandardCharsets.UTF_8).split(" ", -1)) {
      switch (host.replace("bucket.", "").split("\\.", -1)[0]) {
        case "s3" -> call(() -> Objects.read(clients));
        case "sqs" -> call(() -> Messages.send(clients));
        case "dynamodb" -> call(() -> Items.read(clients));
        case "presigned" -> hosts.add(Objects.presigned(clients));
        default -> hosts.add(clients.address("ssm").getHost());
      }
    }
    output.write(String.join(" ", hosts).getBytes(StandardCharsets.UTF_8));
  }

  /** The call ends where it would go out, once its host has been noted. */
  private void call(Runnable call) {
    int before = hosts.size();
    try {
      call.run();
    } catch (SdkClientException e) {
      if (hosts.size() == before) {
        throw e;
      }
    }
  }

  private record Recorder(List<String> hosts) implements SdkHttpClient.Builder<Recorder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new SdkHttpClient() {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
          hosts.add(request.httpRequest().host());
          throw SdkClientException.create("stopped before it goes out");
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
    }
  }

  // one class for each client, since no jar has them all

  private static final class Objects {
    static void read(AwsClients clients) {
      clients.s3(null).getObjectAsBytes(b -> b.bucket("bucket").key("key"));
    }

    static String presigned(AwsClients clients) {
      String host =
          clients
              .presigner(null)
              .presignPutObject(b ->
                  b.signatureDuration(Duration.ofMinutes(1))
                      .putObjectRequest(o -> o.bucket("bucket").key("key")))
              .url()
              .getHost();
      return host.equals("bucket.s3.eu-central-1.amazonaws.com") ? "presigned" : host;
    }
  }

  private static final class Messages {
    static void send(AwsClients clients) {
      clients
          .sqs(null)
          .sendMessageBatch(b ->
              b.queueUrl("https://sqs.eu-central-1.amazonaws.com/1/queue")
                  .entries(e -> e.id("0").messageBody("{}")));
    }
  }

  private static final class Items {
    static void read(AwsClients clients) {
      clients.dynamoDb(null).getItem(b -> b.tableName("table").key(Map.of()));
    }
  }
}
