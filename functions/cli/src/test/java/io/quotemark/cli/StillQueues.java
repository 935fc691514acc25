package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.cloud.Stage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A deployment whose queues no function takes from: they move only as a test says. */
final class StillQueues {
  private StillQueues() {}

  /**
   * @param queues logical ids
   */
  static Deployment deployment(Stage stage, List<String> queues) {
    Map<String, URI> urls = new LinkedHashMap<>();
    for (String id : queues) {
      urls.put(id, URI.create(stage.queueUrl(id)));
    }
    return new Instance(
            1, stage.sqs(), stage.s3(), stage.sqs(), stage.dynamoDb(), Stage.BUCKET, urls)
        .deployment();
  }
}
