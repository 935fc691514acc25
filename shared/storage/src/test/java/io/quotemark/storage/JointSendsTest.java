package io.quotemark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Threads that send at the same time, to a queue that refuses what says so. */
class JointSendsTest {
  private final Refusing queue = new Refusing();
  private final Queue to =
      new Queue(
          new AwsClients("eu-central-1", queue).sqs(URI.create("http://localhost:1")),
          "http://localhost:1/queue");
  private final JointSends sends = new JointSends();
  private final List<String> failed = Collections.synchronizedList(new ArrayList<>());

  @Test
  void sendsOfThreadsThatWorkBesideEachOther_goInOneRequest() throws InterruptedException {
    together("a", "b", "c", "d");
    assertThat(queue.requests()).isEqualTo(1);
    assertThat(queue.sent()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(failed).isEmpty();
  }

  @Test
  void oneThatHasNothingToSend_isNotWaitedFor() throws InterruptedException {
    together("a", "", "b");
    assertThat(queue.requests()).isEqualTo(1);
    assertThat(queue.sent()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void moreThanARequestTakes_isSentInSeveral() {
    List<byte[]> bodies = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      bodies.add(("m" + i).getBytes(UTF_8));
    }
    sends.send(to, bodies, null);
    assertThat(queue.requests()).isEqualTo(3);
    assertThat(queue.sent()).hasSize(23).startsWith("m0", "m1").endsWith("m22");
  }

  @Test
  void messageThatIsRefused_isItsSendersFailureAlone() throws InterruptedException {
    together("a", Refusing.REFUSED, "c");
    assertThat(queue.sent()).containsExactlyInAnyOrder("a", "c");
    assertThat(failed).containsExactly(Refusing.REFUSED);
  }

  @Test
  void requestThatFails_isRepeatedByEachForItself() throws InterruptedException {
    together("a", Refusing.FAILING, "c");
    assertThat(queue.sent()).containsExactlyInAnyOrder("a", "c");
    assertThat(failed).containsExactly(Refusing.FAILING);
  }

  /** One thread for each, which sends the body, or nothing if it is empty. */
  private void together(String... bodies) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(bodies.length);
    List<Thread> threads = new ArrayList<>();
    for (String body : bodies) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                sends.enter();
                all.countDown();
                try {
                  all.await();
                  if (!body.isEmpty()) {
                    sends.send(to, List.of(body.getBytes(UTF_8)), null);
                  }
                } catch (RuntimeException | InterruptedException e) {
                  failed.add(body);
                } finally {
                  sends.leave();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
