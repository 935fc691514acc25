package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.storage.Inbox;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Objects below a prefix of a bucket. S3 copies them itself, so nothing passes through this
 * machine; the caller must be allowed to read them.
 */
record BucketArchive(S3Client s3, String bucket, String prefix) implements ArchiveSource {
  private static final Pattern ADDRESS =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

  static BucketArchive of(String address, Deployment deployment) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new Exit.Failure(Exit.USAGE, address + " is no s3://BUCKET/PREFIX");
    }
    String prefix = parts.group(2) == null ? "" : parts.group(2);
    if (parts.group(1).equals(deployment.bucket())
        && (Inbox.ROOT.startsWith(prefix) || prefix.startsWith(Inbox.ROOT))) {
      throw new Exit.Failure(
          Exit.USAGE, address + " is this Quotemark's own inbox; what lies there is taken already");
    }
    return new BucketArchive(deployment.s3(), parts.group(1), prefix);
  }

  @Override
  public Iterator<Item> items() {
    return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
        .filter(object -> !object.key().endsWith("/"))
        .map(object ->
            new Item(
                object.key().substring(prefix.length()).replaceFirst("^/+", ""),
                object.size(),
                1,
                (target, into, key) ->
                    target.copyObject(r ->
                        r.sourceBucket(bucket)
                            .sourceKey(object.key())
                            .destinationBucket(into)
                            .destinationKey(key))))
        .iterator();
  }

  @Override
  public String name() {
    String last = prefix.replaceFirst("/+$", "").replaceFirst("^.*/", "");
    return last.isEmpty() ? bucket : last;
  }
}
