package io.quotemark.local.cloud;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process to be killed: a cloud whose parse function takes its messages and never answers. */
final class KilledCloud {
  private KilledCloud() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = System.out;
    CountDownLatch never = new CountDownLatch(1);
    TestCloud functions = new TestCloud();
    functions.answering(
        "parse",
        event -> {
          out.println("busy");
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "";
        });
    functions.answering(
        "enrich",
        event -> {
          throw new IOException("not now");
        });
    Cloud cloud = functions.start(Path.of(arguments[0]));
    out.println("s3 " + cloud.s3());
    out.println("sqs " + cloud.queueUrl("ArticlesQueue"));
    out.println("dynamodb " + cloud.dynamoDb());
    never.await();
  }
}
