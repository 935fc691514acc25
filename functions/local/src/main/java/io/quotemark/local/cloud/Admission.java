package io.quotemark.local.cloud;

import java.util.Set;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What a request to the store may name: the one bucket, and no key that a link is on the way to.
 */
final class Admission {
  private static final Set<String> BUCKETS = Set.of("Bucket", "SourceBucket", "DestinationBucket");
  private static final Set<String> KEYS = Set.of("Key", "SourceKey", "DestinationKey");

  private final String bucket;
  private final Links links;

  Admission(String bucket, Links links) {
    this.bucket = bucket;
    this.links = links;
  }

  /** What a request names by its fields. */
  void check(SdkPojo request) {
    for (SdkField<?> field : request.sdkFields()) {
      if (field.getValueOrDefault(request) instanceof String value) {
        if (BUCKETS.contains(field.memberName())) {
          check(value);
        } else if (KEYS.contains(field.memberName())) {
          checkKey(value);
        }
      }
    }
  }

  void check(String container, String key) {
    check(container);
    checkKey(key);
  }

  void check(String container) {
    if (!container.equals(bucket)) {
      throw S3Exceptions.noSuchBucket(container, "the one bucket here is named " + bucket);
    }
  }

  private void checkKey(String key) {
    if (links.isOnTheWay(key)) {
      throw refusal(
          403, "AccessDenied", "A link lies on the way to this object, and none is followed");
    }
  }

  static S3Exception refusal(int status, String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return (S3Exception)
        S3Exception.builder().statusCode(status).awsErrorDetails(details).message(message).build();
  }
}
