package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * One call to AWS or a price provider, as the wire sees it.
 *
 * @param service s3, sqs, dynamodb, events or provider
 * @param operation {@code GetItem}; for S3 the method, {@code GET}
 * @param batch the request's JSON where it writes many items, else empty
 * @param again whether the SDK makes it once more by itself: it had no answer
 */
record Call(String service, String operation, String batch, boolean again) {
  static final Call PROVIDER = new Call("provider", "GET", "", false);

  static Call of(HttpExecuteRequest execute) {
    SdkHttpRequest request = execute.httpRequest();
    String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
    boolean again =
        request
            .firstMatchingHeader("amz-sdk-request")
            .filter(attempt -> !attempt.startsWith("attempt=1;"))
            .isPresent();
    if (target.isEmpty()) {
      return new Call("s3", request.method().name(), "", again);
    }
    String service =
        target.startsWith("DynamoDB")
            ? "dynamodb"
            : target.startsWith("AWSEvents") ? "events" : "sqs";
    String operation = target.substring(target.indexOf('.') + 1);
    return new Call(
        service,
        operation,
        operation.equals("BatchWriteItem") ? new String(Metered.body(execute), UTF_8) : "",
        again);
  }

  /** What a service answers that forbids the call. */
  HttpExecuteResponse refusal() {
    return service.equals("s3")
        ? Wire.answer(403, "<Error><Code>AccessDenied</Code><Message>refused</Message></Error>")
        : Wire.answer(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"refused\"}");
  }

  /** What a service answers that is asked too much; of a batch it does nothing. */
  HttpExecuteResponse throttling() {
    return switch (service) {
      case "s3" ->
          Wire.answer(503, "<Error><Code>SlowDown</Code><Message>slow down</Message></Error>");
      case "sqs" -> Wire.answer(403, "{\"__type\":\"com.amazonaws.sqs#RequestThrottled\"}");
      default ->
          !batch.isEmpty()
              ? Wire.answer(200, batch.replaceFirst("RequestItems", "UnprocessedItems"))
              : Wire.answer(
                  400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}");
    };
  }

  @Override
  public String toString() {
    return service + ":" + operation;
  }
}
