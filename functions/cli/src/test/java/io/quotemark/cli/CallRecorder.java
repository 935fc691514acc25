package io.quotemark.cli;

import io.quotemark.local.cloud.Cloud;
import io.quotemark.storage.Inbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;

/**
 * Notes which calls each function makes, through the SDK's own hook (the resource {@code
 * execution.interceptors} names this class). A function is known by its thread, which the local
 * cloud names after it.
 */
public final class CallRecorder implements ExecutionInterceptor {
  private static final Pattern INVOCATION =
      Pattern.compile("([A-Z][A-Za-z]+) (?:starting|[-0-9a-f]{36})");
  private static final Map<Caller, Set<String>> CALLS = new ConcurrentHashMap<>();

  /** A function of one of the JVM's clouds, which are told apart by the ports they answer on. */
  private record Caller(String function, int port) {}

  /**
   * Calls to the cloud so far: {@code s3:GetObject Bucket/inbox/}, {@code dynamodb:Query
   * ArticlesTable/index/byVerdict}, {@code sqs:SendMessage ArticlesQueue}.
   */
  static Set<String> of(String function, Cloud cloud) {
    Set<String> calls = new TreeSet<>();
    for (URI service : List.of(cloud.s3(), cloud.dynamoDb(), cloud.sqs())) {
      calls.addAll(CALLS.getOrDefault(new Caller(function, service.getPort()), Set.of()));
    }
    return calls;
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    Matcher invocation = INVOCATION.matcher(Thread.currentThread().getName());
    if (invocation.matches()) {
      String operation =
          String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
      CALLS
          .computeIfAbsent(
              new Caller(invocation.group(1), context.httpRequest().port()),
              caller -> new ConcurrentSkipListSet<>())
          .add(fetched(invocation.group(1), call(operation, context.request())));
    }
  }

  private static String call(String operation, SdkRequest request) {
    return switch (operation) {
      case "ListObjectsV2" -> "s3:ListBucket Bucket";
      case "HeadObject", "GetObject" -> "s3:GetObject Bucket/" + folder(request);
      case "PutObject" -> "s3:PutObject Bucket/" + folderWrittenTo(request);
      case "DeleteObject" -> "s3:DeleteObject Bucket/" + folder(request);
      case "SendMessage", "SendMessageBatch" ->
          "sqs:SendMessage " + value(request, "QueueUrl").replaceFirst(".*/", "");
      default -> "dynamodb:" + operation + " " + table(request);
    };
  }

  private static String folder(SdkRequest request) {
    return value(request, "Key").replaceFirst("/.*", "/");
  }

  /** Of the inbox, which everyone reads, the API may write to its own part alone. */
  private static String folderWrittenTo(SdkRequest request) {
    return value(request, "Key").startsWith(Inbox.API) ? Inbox.API : folder(request);
  }

  /** What is fetched has a part of its own, which its function alone reads as such. */
  private static String fetched(String function, String call) {
    return function.equals("FetchFeeds")
        ? call.replaceFirst("Bucket/inbox/$", "Bucket/" + Inbox.FETCHED)
        : call;
  }

  private static String table(SdkRequest request) {
    if (request instanceof BatchGetItemRequest batch) {
      return String.join(",", batch.requestItems().keySet());
    }
    if (request instanceof BatchWriteItemRequest batch) {
      return String.join(",", batch.requestItems().keySet());
    }
    String index = request.getValueForField("IndexName", String.class).orElse("");
    return value(request, "TableName") + (index.isEmpty() ? "" : "/index/" + index);
  }

  private static String value(SdkRequest request, String field) {
    return request.getValueForField(field, String.class).orElse("nothing");
  }
}
