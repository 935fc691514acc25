package io.quotemark.local.cloud;

/** Something of the cloud that runs until it is stopped. */
interface Part {
  void stop() throws Exception;
}
