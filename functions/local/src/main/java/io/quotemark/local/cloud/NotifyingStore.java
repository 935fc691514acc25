package io.quotemark.local.cloud;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * The notifications that S3Proxy lacks, on each of its ways to create or remove an object. They are
 * in their queue before the caller has its answer. (S3Proxy serves a multi-object delete by single
 * ones.)
 */
final class NotifyingStore extends ForwardingBlobStore {
  private final String bucket;
  private final Notifier notifier;

  NotifyingStore(BlobStore store, String bucket, Notifier notifier) {
    super(store);
    this.bucket = bucket;
    this.notifier = notifier;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    try (Notifier.Upload _ = notifier.uploading(request.key())) {
      PutObjectResponse response = super.putBlob(request, payload);
      changed(request.bucket(), request.key(), "ObjectCreated:Put");
      return response;
    }
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    try (Notifier.Upload _ = notifier.uploading(request.destinationKey())) {
      CopyObjectResponse response = super.copyBlob(request);
      changed(request.destinationBucket(), request.destinationKey(), "ObjectCreated:Copy");
      return response;
    }
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    try (Notifier.Upload _ = notifier.uploading(upload.blobName())) {
      CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
      changed(upload.containerName(), upload.blobName(), "ObjectCreated:CompleteMultipartUpload");
      return response;
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    DeleteObjectResponse response = super.removeBlob(request);
    changed(request.bucket(), request.key(), "ObjectCreated:Put");
    return response;
  }

  private void changed(String container, String key, String created) {
    if (container.equals(bucket)) {
      notifier.reconcile(key, created, true);
    }
  }
}
