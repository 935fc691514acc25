package io.quotemark.local.cloud;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Shows one bucket of a store whose root has other folders, and of it nothing that lies behind a
 * link. It looks at the arguments of every call, so that no method, of this S3Proxy or a later one,
 * is forgotten.
 */
final class OneBucketStore implements InvocationHandler {
  private static final Set<String> BUCKETS = Set.of("Bucket", "SourceBucket", "DestinationBucket");
  private static final Set<String> KEYS = Set.of("Key", "SourceKey", "DestinationKey");

  private final BlobStore store;
  private final String bucket;
  private final Links links;

  private OneBucketStore(BlobStore store, String bucket, Links links) {
    this.store = store;
    this.bucket = bucket;
    this.links = links;
  }

  static BlobStore of(BlobStore store, String bucket, Links links) {
    return (BlobStore)
        Proxy.newProxyInstance(
            OneBucketStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            new OneBucketStore(store, bucket, links));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null) {
      check(arguments);
    }
    try {
      Object answer = method.invoke(store, arguments);
      return answer instanceof ListObjectsV2Response list ? withoutLinks(list) : answer;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure
          && failure.getCause() instanceof FileSystemException
          && method.getName().equals("list")) {
        throw circle(failure);
      }
      throw e.getCause();
    }
  }

  /** A listing follows links before any can be left out of it; one to a folder above never ends. */
  private RuntimeException circle(RuntimeException failure) throws IOException {
    return links
        .toAFolder()
        .<RuntimeException>map(link ->
            refusal(400, "InvalidRequest", link + " is a link that leads in a circle; delete it"))
        .orElse(failure);
  }

  private static S3Exception refusal(int status, String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return (S3Exception)
        S3Exception.builder().statusCode(status).awsErrorDetails(details).message(message).build();
  }

  private void check(Object[] arguments) {
    List<String> buckets = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof SdkPojo request) {
        named(request, buckets, keys);
      } else if (arguments[i] instanceof MultipartUpload upload) {
        buckets.add(upload.containerName());
        keys.add(upload.blobName());
      } else if (arguments[i] instanceof String text && i < 2) {
        (i == 0 ? buckets : keys).add(text);
      }
    }
    for (String name : buckets) {
      if (!name.equals(bucket)) {
        throw S3Exceptions.noSuchBucket(name, "the one bucket here is named " + bucket);
      }
    }
    for (String key : keys) {
      if (links.isOnTheWay(key)) {
        throw refusal(
            403, "AccessDenied", "A link lies on the way to this object, and none is followed");
      }
    }
  }

  private static void named(SdkPojo request, List<String> buckets, List<String> keys) {
    for (SdkField<?> field : request.sdkFields()) {
      if (field.getValueOrDefault(request) instanceof String value) {
        if (BUCKETS.contains(field.memberName())) {
          buckets.add(value);
        } else if (KEYS.contains(field.memberName())) {
          keys.add(value);
        }
      }
    }
  }

  private ListObjectsV2Response withoutLinks(ListObjectsV2Response list) {
    return list.toBuilder()
        .contents(list.contents().stream().filter(o -> !links.isOnTheWay(o.key())).toList())
        .build();
  }
}
