package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.local.template.Specs;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An event-source mapping: collects batches from a queue, invokes the function, deletes what
 * succeeded. What failed comes back by {@code retryDelay} instead of after the queue's visibility
 * timeout, which is meant for lost consumers and would make a poison message take hours here; its
 * receive count and the redrive to the dead-letter queue are the queue's own.
 *
 * <p>What failed before is delivered alone, so that a message that makes the function run away
 * takes no other to the dead letters with it; and it is not tried again while its last try still
 * runs, which would only take another thread. While the machine is sick or the function does not
 * run any more nothing is received, and what failed by it is visible again at once.
 */
final class QueueMapping implements Part {
  private static final System.Logger LOG = System.getLogger(QueueMapping.class.getName());
  private static final int LARGEST_RECEIVE = 10;
  private static final int LONG_POLL_SECONDS = 1;
  private static final int PAUSE_MILLIS = 500;

  /**
   * Batches that are worked on at once on one machine. Each takes up to ten threads, which all ask
   * the same stores: more of them are not faster, and whoever reads meanwhile is not answered.
   */
  private static final int MOST_AT_ONCE = Math.max(3, Runtime.getRuntime().availableProcessors());

  private final Specs.Mapping spec;
  private final FunctionHost function;
  private final SqsClient client;
  private final String url;
  private final IntUnaryOperator retryDelay;
  private final Machine machine;
  private final int atOnce;
  private final Semaphore free;
  private final Thread poller;

  /** Last tries of messages by themselves that ran past their time, by the message's id. */
  private final Map<String, FunctionHost.RanAway> runaways = new ConcurrentHashMap<>();

  private volatile boolean stopping;
  private boolean paused;

  /**
   * @param retryDelay receive count to seconds until the next delivery
   */
  QueueMapping(
      Specs.Mapping spec,
      FunctionHost function,
      SqsClient client,
      String url,
      IntUnaryOperator retryDelay,
      Machine machine) {
    this.spec = spec;
    this.function = function;
    this.client = client;
    this.url = url;
    this.retryDelay = retryDelay;
    this.machine = machine;
    this.atOnce = Math.min(spec.concurrency(), MOST_AT_ONCE);
    this.free = new Semaphore(atOnce);
    this.poller = Thread.ofPlatform().daemon().name("poll " + spec.queue()).unstarted(this::poll);
  }

  void start() {
    poller.start();
  }

  private void poll() {
    try {
      while (!stopping) {
        free.acquire();
        List<Message> batch = isReady() ? collect() : List.of();
        boolean held = true;
        for (List<Message> part : parts(batch)) {
          if (!held) {
            free.acquire();
          }
          held = false;
          Thread.ofVirtual().start(() -> process(part));
        }
        if (held) {
          free.release();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether anything is to be received now; where it is not, after a while. */
  private boolean isReady() throws InterruptedException {
    if (stopping) {
      return false;
    }
    Optional<String> why =
        function.isExhausted()
            ? Optional.of("too many of its invocations ran away; start the cloud again")
            : machine.trouble();
    if (why.isPresent()) {
      if (!paused) {
        LOG.log(Level.WARNING, "{0} is not polled: {1}", spec.queue(), why.get());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    paused = why.isPresent();
    return !paused;
  }

  /** What comes for the first time together, each that failed before by itself. */
  private static List<List<Message>> parts(List<Message> batch) {
    List<List<Message>> parts = new ArrayList<>();
    List<Message> fresh =
        batch.stream().filter(message -> SqsEvent.receiveCount(message) <= 1).toList();
    if (!fresh.isEmpty()) {
      parts.add(fresh);
    }
    batch.stream()
        .filter(message -> SqsEvent.receiveCount(message) > 1)
        .map(List::of)
        .forEach(parts::add);
    return parts;
  }

  /** A batch that is full, or whose window is over. */
  private List<Message> collect() throws InterruptedException {
    List<Message> batch = new ArrayList<>();
    try {
      receive(batch, LONG_POLL_SECONDS);
      long end = System.nanoTime() + spec.window().toNanos();
      while (!batch.isEmpty() && batch.size() < spec.batchSize() && !stopping) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        int before = batch.size();
        receive(batch, 0);
        if (batch.size() == before) {
          TimeUnit.MILLISECONDS.sleep(Math.min(left, 50));
        }
      }
    } catch (RuntimeException e) { // whatever it was: a thread that ends leaves the queue unread
      if (!stopping) {
        LOG.log(Level.ERROR, "could not receive from " + spec.queue(), e);
        TimeUnit.SECONDS.sleep(1);
      }
    }
    return batch;
  }

  private void receive(List<Message> batch, int waitSeconds) {
    batch.addAll(
        client
            .receiveMessage(r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(Math.min(LARGEST_RECEIVE, spec.batchSize() - batch.size()))
                    .waitTimeSeconds(waitSeconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages());
  }

  private void process(List<Message> batch) {
    try {
      // the receive may have been under way when the machine fell sick
      Set<String> failed = machine.trouble().isPresent() ? SqsEvent.ids(batch) : invoke(batch);
      settle(batch, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  /** The ids of the messages that failed. */
  private Set<String> invoke(List<Message> batch) throws InterruptedException {
    String id = batch.getFirst().messageId();
    FunctionHost.RanAway before = batch.size() == 1 ? runaways.get(id) : null;
    if (before != null && before.stillRuns()) {
      LOG.log(Level.WARNING, "message {0} is not tried again while its last try still runs", id);
      return SqsEvent.ids(batch);
    }
    try {
      byte[] answer =
          function.invoke(SqsEvent.json(batch, Queues.arn(spec.queue())).getBytes(UTF_8));
      return spec.partialFailures() ? SqsEvent.failures(answer, batch) : Set.of();
    } catch (FunctionHost.FunctionFailed e) {
      if (batch.size() == 1 && e instanceof FunctionHost.RanAway ranAway) {
        runaways.values().removeIf(one -> !one.stillRuns());
        runaways.put(id, ranAway);
      }
      LOG.log(Level.WARNING, e.getMessage(), e);
      return SqsEvent.ids(batch);
    }
  }

  private void settle(List<Message> batch, Set<String> failed) throws InterruptedException {
    Settling settling = new Settling(client, url);
    settling.done(batch.stream().filter(m -> !failed.contains(m.messageId())).toList());
    if (!failed.isEmpty()) {
      machine.suspect();
      boolean machines = machine.trouble().isPresent();
      for (Message message : batch) {
        if (failed.contains(message.messageId())) {
          settling.again(
              message, machines ? 0 : retryDelay.applyAsInt(SqsEvent.receiveCount(message)));
        }
      }
    }
    settling.settle();
  }

  /** Takes no further batch. */
  void halt() {
    stopping = true;
  }

  /** Waits for the batches under way. */
  @Override
  public void stop() throws InterruptedException {
    halt();
    poller.join(Duration.ofSeconds(LONG_POLL_SECONDS + 3L));
    if (!free.tryAcquire(atOnce, 10, TimeUnit.SECONDS)) {
      LOG.log(Level.WARNING, "stopped while " + function.spec().id() + " was at work");
    }
  }
}
