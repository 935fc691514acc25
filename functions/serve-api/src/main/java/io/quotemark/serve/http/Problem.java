package io.quotemark.serve.http;

import java.util.List;
import java.util.Map;

/**
 * An error that a caller is told about as an RFC 9457 problem document.
 *
 * @param code stable, for programs
 * @param title the same for every problem of this code
 * @param detail what was wrong here and what to do about it
 * @param invalidParams name and reason of each parameter that was refused
 * @param didYouMean what exists and looks alike
 */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    Map<String, String> invalidParams,
    List<String> didYouMean) {
  private static final int MOST_SHOWN = 100;

  public Problem {
    invalidParams = Map.copyOf(invalidParams);
    didYouMean = List.copyOf(didYouMean);
  }

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of(), List.of());
  }

  public static Problem invalidParameter(String name, String reason) {
    return new Problem(
        400,
        "invalid_parameter",
        "A parameter has no usable value",
        name + ": " + reason,
        Map.of(name, reason),
        List.of());
  }

  /** A value that fits the contract, and here or beside the others is of no use. */
  public static Problem unusableParameter(String name, String reason) {
    return new Problem(
        422,
        "invalid_parameter",
        "A parameter has no usable value",
        name + ": " + reason,
        Map.of(name, reason),
        List.of());
  }

  /** Asked for what a publisher wrote where the operator has not switched that on. */
  public static Problem textRoutesOff() {
    return of(
        404,
        "text_routes_off",
        "Texts are not handed out here",
        "the operator of this deployment has not switched text routes on (TEXT_ROUTES); the articles' texts are third-party");
  }

  public static Problem notFound(String what, String id, List<String> didYouMean) {
    return new Problem(
        404,
        "not_found",
        "There is no such " + what,
        "no " + what + " " + shown(id) + " is stored here",
        Map.of(),
        didYouMean);
  }

  /** What a caller sent, in quotes, as a detail may repeat it: no more than a line of it. */
  public static String shown(String sent) {
    return '"' + clipped(sent) + '"';
  }

  /** The same without quotes. */
  public static String clipped(String sent) {
    if (sent.length() <= MOST_SHOWN) {
      return sent;
    }
    boolean split = Character.isHighSurrogate(sent.charAt(MOST_SHOWN - 1));
    return sent.substring(0, split ? MOST_SHOWN - 1 : MOST_SHOWN) + "…";
  }

  /** Carries a problem from where it is noticed to where it is answered. */
  public static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public Raised(Problem problem) {
      super(problem.code() + ": " + problem.detail(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  public Raised raised() {
    return new Raised(this);
  }
}
