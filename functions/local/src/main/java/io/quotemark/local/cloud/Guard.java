package io.quotemark.local.cloud;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for every server of the local cloud, whether a request is answered. A browser on this
 * machine reaches loopback on behalf of any page, so a request is refused
 *
 * <ul>
 *   <li>under a host name that is not the server's own: a page whose name was rebound to loopback,
 *   <li>of a page of another origin, as {@code Origin} and the fetch metadata tell it,
 *   <li>of an emulator, without an AWS signature. Any keys will do: it is not verified, but a form
 *       or an image cannot carry the header.
 * </ul>
 */
final class Guard {
  /** What a server answers to. */
  enum Door {
    /** The HTTP API and its pages. */
    API,
    /** S3: signed requests, and presigned addresses in a page or in the address bar. */
    OBJECTS,
    /** SQS and DynamoDB: signed requests of programs, none of any page. */
    SERVICE
  }

  /** Why a request is not answered. */
  enum Refusal {
    HOST("It was made under a host name that is not this server's own; use 127.0.0.1 or localhost"),
    PAGE("A page of another origin may not use it; quotemark up --allow-origin admits one"),
    UNSIGNED("It is not signed; use an AWS client, with any keys, or a presigned address");

    private final String reason;

    Refusal(String reason) {
      this.reason = reason;
    }
  }

  /**
   * @param path as it stands in the request line
   * @param query likewise, null without one
   * @param headers value of a header by its name in lower case, null where it is absent
   */
  record Asked(String method, String path, @Nullable String query, Header headers) {
    interface Header {
      @Nullable String get(String name);
    }
  }

  /** An answer to what was refused, under {@link #STATUS}. */
  record Answer(String contentType, String body) {}

  static final int STATUS = 403;
  private static final Set<String> OWN_NAMES = Set.of("localhost", Loopback.HOST, "[::1]");

  /** Signature version 4 or its asymmetric variant; version 2 as some clients still sign for S3. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-[A-Z0-9-]+ .*Credential=.*Signature=.*|AWS [^:\\s]+:\\S+", Pattern.DOTALL);

  private static final List<List<String>> PRESIGNED =
      List.of(
          List.of("X-Amz-Algorithm=", "X-Amz-Credential=", "X-Amz-Signature="),
          List.of("AWSAccessKeyId=", "Expires=", "Signature="));

  private final Door door;
  private final IntSupplier port;
  private final List<String> origins;

  /**
   * @param port where the server listens, once it does
   * @param origins whose pages may use it; {@code *} is every one
   */
  Guard(Door door, IntSupplier port, List<String> origins) {
    this.door = door;
    this.port = port;
    this.origins = List.copyOf(origins);
  }

  /** Empty where the request may be answered. */
  Optional<Refusal> refusal(Asked asked) {
    if (!isOwn(asked.headers().get("host"), UnaryOperator.identity())) {
      return Optional.of(Refusal.HOST);
    }
    if (isForeign(asked)) {
      return Optional.of(Refusal.PAGE);
    }
    return door == Door.API || isSigned(asked) || isPreflight(asked)
        ? Optional.empty()
        : Optional.of(Refusal.UNSIGNED);
  }

  private boolean isOwn(@Nullable String value, UnaryOperator<String> form) {
    int listening = port.getAsInt();
    return value != null
        && OWN_NAMES.stream()
            .anyMatch(name ->
                value.equalsIgnoreCase(form.apply(name + ":" + listening))
                    || (listening == 80 && value.equalsIgnoreCase(form.apply(name))));
  }

  private boolean isForeign(Asked asked) {
    String origin = asked.headers().get("origin");
    String site = asked.headers().get("sec-fetch-site");
    if (origins.contains("*") && door != Door.SERVICE) {
      return false;
    }
    return switch (door) {
      case API ->
          !"same-origin".equals(site)
              && (origin == null
                  ? !(site == null || site.equals("none") || isVisit(asked) || isFrame(asked))
                  : !isOwn(origin, own -> "http://" + own) && !isAllowed(origin));
      case OBJECTS -> origin == null ? site != null && !isVisit(asked) : !isAllowed(origin);
      case SERVICE -> origin != null || site != null;
    };
  }

  private boolean isAllowed(String origin) {
    return origins.stream().anyMatch(origin::equalsIgnoreCase);
  }

  /**
   * Whether a person opens this as a page of its own, from wherever the link was: reads, and shows
   * it to nobody but that person.
   */
  private static boolean isVisit(Asked asked) {
    return Set.of("GET", "HEAD").contains(asked.method())
        && "navigate".equals(asked.headers().get("sec-fetch-mode"))
        && "document".equals(asked.headers().get("sec-fetch-dest"));
  }

  /**
   * Whether another page shows what is made for that in a frame. Which pages may, the answer itself
   * tells the browser.
   */
  private static boolean isFrame(Asked asked) {
    return asked.path().startsWith("/embed/")
        && Set.of("GET", "HEAD").contains(asked.method())
        && "navigate".equals(asked.headers().get("sec-fetch-mode"))
        && "iframe".equals(asked.headers().get("sec-fetch-dest"));
  }

  private boolean isSigned(Asked asked) {
    String authorization = asked.headers().get("authorization");
    String query = asked.query();
    return (authorization != null && SIGNED.matcher(authorization).matches())
        || (door == Door.OBJECTS
            && query != null
            && PRESIGNED.stream()
                .anyMatch(
                    names -> names.stream().allMatch(name -> ("&" + query).contains("&" + name))));
  }

  /** What a browser asks before it lets a page put an object; it carries no signature. */
  private boolean isPreflight(Asked asked) {
    return door == Door.OBJECTS
        && asked.method().equals("OPTIONS")
        && asked.headers().get("origin") != null
        && asked.headers().get("access-control-request-method") != null;
  }

  /** In the words of the service, so that its clients can tell them. */
  Answer answer(Refusal refusal) {
    String words = "This request is refused. " + refusal.reason + ".";
    return switch (door) {
      case API -> new Answer("application/json", "{\"message\":\"" + words + "\"}");
      case OBJECTS ->
          new Answer(
              "application/xml",
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>"
                  + words
                  + "</Message></Error>");
      case SERVICE ->
          new Answer(
              "application/json",
              "{\"__type\":\"AccessDeniedException\",\"message\":\"" + words + "\"}");
    };
  }
}
