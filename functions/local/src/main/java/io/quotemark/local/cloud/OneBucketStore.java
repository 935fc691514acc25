package io.quotemark.local.cloud;

import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Shows one bucket of a store whose root has other folders, and of it nothing that lies behind a
 * link.
 */
final class OneBucketStore extends ForwardingBlobStore {
  private final String bucket;
  private final Links links;
  private final Admission admission;

  OneBucketStore(BlobStore store, String bucket, Links links) {
    super(store);
    this.bucket = bucket;
    this.links = links;
    this.admission = new Admission(bucket, links);
  }

  /** The folders beside the bucket's are not buckets. */
  @Override
  public ListBucketsResponse list() {
    ListBucketsResponse all = super.list();
    return all.toBuilder()
        .buckets(all.buckets().stream().filter(b -> b.name().equals(bucket)).toList())
        .build();
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    admission.check(request);
    return withoutLinks(request);
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    admission.check(request);
    return super.headBucket(request);
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    admission.check(request);
    return super.createContainer(request);
  }

  @Override
  public BucketCannedACL getContainerAccess(String container) {
    admission.check(container);
    return super.getContainerAccess(container);
  }

  @Override
  public GetBucketAclResponse getContainerAcl(GetBucketAclRequest request) {
    admission.check(request);
    return super.getContainerAcl(request);
  }

  @Override
  public void setContainerAccess(String container, BucketCannedACL access) {
    admission.check(container);
    super.setContainerAccess(container, access);
  }

  @Override
  public void clearContainer(ListObjectsV2Request request) {
    admission.check(request);
    super.clearContainer(request);
  }

  @Override
  public void deleteContainer(String container) {
    admission.check(container);
    super.deleteContainer(container);
  }

  @Override
  public void deleteBucket(String container) {
    admission.check(container);
    super.deleteBucket(container);
  }

  @Override
  public boolean blobExists(String container, String key) {
    admission.check(container, key);
    return super.blobExists(container, key);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    admission.check(request);
    return super.putBlob(request, payload);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    admission.check(request);
    return super.copyBlob(request);
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    admission.check(request);
    return super.blobMetadata(request);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    admission.check(request);
    return super.getBlob(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    admission.check(request);
    return super.removeBlob(request);
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    admission.check(request);
    return super.getBucketVersioning(request);
  }

  @Override
  public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
    admission.check(request);
    return super.putBucketVersioning(request);
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    admission.check(request);
    return super.listVersions(request);
  }

  @Override
  public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
    admission.check(request);
    return super.getBucketEncryption(request);
  }

  @Override
  public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
    admission.check(request);
    return super.putBucketEncryption(request);
  }

  @Override
  public DeleteBucketEncryptionResponse deleteBucketEncryption(
      DeleteBucketEncryptionRequest request) {
    admission.check(request);
    return super.deleteBucketEncryption(request);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String key) {
    admission.check(container, key);
    return super.getBlobAccess(container, key);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String key, String versionId) {
    admission.check(container, key);
    return super.getBlobAccess(container, key, versionId);
  }

  @Override
  public GetObjectAclResponse getBlobAcl(GetObjectAclRequest request) {
    admission.check(request);
    return super.getBlobAcl(request);
  }

  @Override
  public void setBlobAccess(String container, String key, ObjectCannedACL access) {
    admission.check(container, key);
    super.setBlobAccess(container, key, access);
  }

  @Override
  public void setBlobAccess(
      String container, String key, ObjectCannedACL access, String versionId) {
    admission.check(container, key);
    super.setBlobAccess(container, key, access, versionId);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    admission.check(request);
    return super.initiateMultipartUpload(request);
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    admission.check(upload.containerName(), upload.blobName());
    super.abortMultipartUpload(upload);
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    admission.check(upload.containerName(), upload.blobName());
    return super.completeMultipartUpload(upload, request);
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    admission.check(upload.containerName(), upload.blobName());
    return super.uploadMultipartPart(upload, request, payload);
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    admission.check(upload.containerName(), upload.blobName());
    return super.listMultipartUpload(upload);
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String container) {
    admission.check(container);
    return super.listMultipartUploads(container);
  }

  /** A listing follows links before any can be left out of it; one to a folder above never ends. */
  private ListObjectsV2Response withoutLinks(ListObjectsV2Request request) {
    try {
      ListObjectsV2Response list = super.list(request);
      return list.toBuilder()
          .contents(list.contents().stream().filter(o -> !links.isOnTheWay(o.key())).toList())
          .build();
    } catch (RuntimeException failure) {
      if (failure.getCause() instanceof FileSystemException) {
        throw links
            .toAFolder()
            .<RuntimeException>map(link ->
                Admission.refusal(
                    400, "InvalidRequest", link + " is a link that leads in a circle; delete it"))
            .orElse(failure);
      }
      throw failure;
    }
  }
}
