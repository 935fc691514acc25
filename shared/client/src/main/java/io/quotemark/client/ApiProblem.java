package io.quotemark.client;

import java.io.Serial;

/** The API refused a request, or could not answer it: its problem document (RFC 9457). */
public final class ApiProblem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String detail;

  ApiProblem(int status, String code, String title, String detail) {
    super(status + " " + code + ": " + title + (detail.isEmpty() ? "" : " (" + detail + ")"));
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** Stable: {@code not_found}, {@code invalid_parameter}; empty where the gateway answered. */
  public String code() {
    return code;
  }

  /** What is wrong and what to do. */
  public String detail() {
    return detail;
  }
}
