package io.quotemark.serve.uploads;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;

/** A document that a request hands in: in its body, or later to an address that is answered. */
public final class HandedIn {
  private HandedIn() {}

  /**
   * The body.
   *
   * @param most bytes
   * @param larger how what is larger is handed in; {@code %d} stands for its size
   */
  public static byte[] document(HttpRequest request, Parameters query, int most, String larger) {
    if (query.text("size") != null) {
      throw Problem.unusableParameter("size", "goes with upload=presigned only").raised();
    }
    byte[] document = request.body();
    if (document.length == 0) {
      throw Problem.of(
              422, "no_document", "There is no document", "the body of the request is empty")
          .raised();
    }
    if (document.length > most) {
      throw Problem.of(
              413,
              "too_large",
              "The document is too large",
              "%,d bytes; the most is %,d, and what is larger goes by "
                      .formatted(document.length, most)
                  + larger.formatted(document.length))
          .raised();
    }
    return document;
  }

  /**
   * The size of what will be put to the address, in bytes.
   *
   * @param what is handed in, for a person
   */
  public static int size(HttpRequest request, Parameters query, int most, String what) {
    if (request.body().length > 0) {
      throw Problem.of(
              422,
              "unexpected_document",
              "There is a document where none was expected",
              "with upload=presigned the document is put to the address that is answered")
          .raised();
    }
    int size = query.number("size", 0, 0, most);
    if (size == 0) {
      throw Problem.unusableParameter(
              "size", "must be the " + what + "'s length in bytes, from 1 to " + most)
          .raised();
    }
    return size;
  }
}
