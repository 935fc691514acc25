package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages of a queue that does not always answer. */
class SettlingTest {
  private static final String QUEUE = "UploadsQueue";

  @TempDir Path data;

  private Queues queues;
  private String url;

  /** Calls that fail from now on. */
  private final AtomicInteger failing = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    List<Specs.Queue> specs = TestCloud.template().queues();
    queues = Queues.start(data, 0, specs, Clock.systemUTC(), new Disk(data), notice -> {});
    url = queues.url(QUEUE);
    queues.send(QUEUE, "first");
    queues.send(QUEUE, "second");
  }

  @AfterEach
  void stop() throws Exception {
    queues.stop();
  }

  private SqsClient unreliable() {
    ExecutionInterceptor fails =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (failing.getAndDecrement() > 0) {
              throw SdkClientException.create("connection reset");
            }
          }
        };
    return SqsClient.builder()
        .endpointOverride(queues.endpoint())
        .region(Region.of(Clients.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.addExecutionInterceptor(fails))
        .build();
  }

  private List<Message> received() {
    return queues.client().receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
  }

  @Test
  void queueThatDoesNotAnswer_isToldAgain() throws InterruptedException {
    List<Message> both = received();
    assertThat(both).hasSize(2);
    try (SqsClient client = unreliable()) {
      Settling settling = new Settling(client, url);
      settling.done(both.subList(0, 1));
      settling.again(both.get(1), 0);
      failing.set(3); // both once, and one of them again
      settling.settle();
    }
    assertThat(received()).extracting(Message::messageId).containsExactly(both.get(1).messageId());
  }

  @Test
  void messageThatIsGone_keepsNoOtherFromBeingSettled() throws InterruptedException {
    List<Message> both = received();
    assertThat(both).hasSize(2);
    Message gone = both.getFirst();
    queues.client().deleteMessage(r -> r.queueUrl(url).receiptHandle(gone.receiptHandle()));
    Settling settling = new Settling(queues.client(), url);
    settling.again(gone, 0);
    settling.again(both.get(1), 0);
    settling.settle();
    assertThat(received()).extracting(Message::messageId).containsExactly(both.get(1).messageId());
  }
}
