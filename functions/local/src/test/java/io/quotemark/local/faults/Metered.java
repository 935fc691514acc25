package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Has DynamoDB say in each answer what the request consumed, indexes included, and adds that up.
 */
final class Metered {
  private static final Pattern CONSUMED = Pattern.compile("\"CapacityUnits\":([0-9.]+)");
  private static final Set<String> WRITING = Set.of("PutItem", "DeleteItem", "BatchWriteItem");
  private static final String OF_PRICES = "\"TableName\":\"PricesTable\"";
  private static final String ASKED = "{\"ReturnConsumedCapacity\":\"TOTAL\",";

  /** Request units as DynamoDB bills them, and the bytes of all requests' bodies. */
  static final class Units {
    private BigDecimal read = BigDecimal.ZERO;
    private BigDecimal ofPrices = BigDecimal.ZERO;
    private BigDecimal write = BigDecimal.ZERO;
    private long bytes;
    private long sent;

    synchronized void clear() {
      read = BigDecimal.ZERO;
      ofPrices = BigDecimal.ZERO;
      write = BigDecimal.ZERO;
      bytes = 0;
      sent = 0;
    }

    synchronized BigDecimal read() {
      return read.stripTrailingZeros();
    }

    /** Those of {@link #read} that the prices table gave. */
    synchronized BigDecimal ofPrices() {
      return ofPrices.stripTrailingZeros();
    }

    synchronized BigDecimal write() {
      return write.stripTrailingZeros();
    }

    synchronized long bytes() {
      return bytes;
    }

    /** Those to SQS. */
    synchronized long sent() {
      return sent;
    }

    private synchronized void sent(byte[] body, boolean toQueue) {
      bytes += body.length;
      sent += toQueue ? body.length : 0;
    }

    private synchronized void add(String operation, String answer) {
      Matcher consumed = CONSUMED.matcher(answer);
      if (consumed.find()) {
        BigDecimal units = new BigDecimal(consumed.group(1));
        if (WRITING.contains(operation)) {
          write = write.add(units);
        } else {
          read = read.add(units);
          if (answer.contains(OF_PRICES)) {
            ofPrices = ofPrices.add(units);
          }
        }
      }
    }
  }

  private Metered() {}

  static ExecutableHttpRequest prepare(
      SdkHttpClient there, HttpExecuteRequest request, Units units) {
    SdkHttpRequest http = request.httpRequest();
    String target = http.firstMatchingHeader("X-Amz-Target").orElse("");
    byte[] body = body(request);
    units.sent(body, target.startsWith("AmazonSQS"));
    if (!target.startsWith("DynamoDB")) {
      return there.prepareRequest(request);
    }
    byte[] asking = (ASKED + new String(body, UTF_8).substring(1)).getBytes(UTF_8);
    ExecutableHttpRequest prepared =
        there.prepareRequest(
            HttpExecuteRequest.builder()
                .request(
                    http.toBuilder()
                        .putHeader("Content-Length", Integer.toString(asking.length))
                        .build())
                .contentStreamProvider(() -> new ByteArrayInputStream(asking))
                .build());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse answer = prepared.call();
        try (InputStream in = answer.responseBody().orElse(AbortableInputStream.createEmpty())) {
          byte[] bytes = in.readAllBytes();
          units.add(target.substring(target.indexOf('.') + 1), new String(bytes, UTF_8));
          return HttpExecuteResponse.builder()
              .response(answer.httpResponse())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
              .build();
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  static byte[] body(HttpExecuteRequest request) {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = request.contentStreamProvider().get().newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
