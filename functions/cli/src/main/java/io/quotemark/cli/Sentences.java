package io.quotemark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What a command that failed says to the person at the terminal: what went wrong, where, and what
 * to do about it. Only a fault of Quotemark itself has a stack trace, and that in a file.
 */
final class Sentences {
  private static final int MOST_CAUSES = 20;

  private Sentences() {}

  /**
   * @param starting whether {@code up} failed, which then could not start
   */
  static Exit.Failure of(Throwable problem, boolean starting) {
    int otherwise = starting ? Exit.CANNOT_START : Exit.FAILED_INPUT;
    List<Throwable> causes = causes(problem);
    for (Throwable cause : causes) {
      if (cause instanceof Exit.Failure known) {
        return known;
      }
      Optional<String> words = words(cause);
      if (words.isPresent()) {
        return new Exit.Failure(
            cause instanceof ConnectException && !starting ? Exit.NOT_RUNNING : otherwise,
            words.get());
      }
    }
    for (Throwable cause : causes) {
      if (cause instanceof AwsServiceException
          || cause instanceof SdkClientException
          || cause instanceof IOException) {
        return new Exit.Failure(otherwise, sentence(said(cause)));
      }
    }
    return new Exit.Failure(otherwise, unexpected(problem));
  }

  private static List<Throwable> causes(Throwable problem) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable cause = problem;
        cause != null && causes.size() < MOST_CAUSES && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static Optional<String> words(Throwable cause) {
    if (said(cause).toLowerCase(Locale.ROOT).contains("no space left on device")) {
      return Optional.of(
          "The disk is full (%s). Free some space and try again.".formatted(said(cause)));
    }
    return Optional.ofNullable(
        switch (cause) {
          case NoSuchFileException e -> e.getFile() + " does not exist.";
          case AccessDeniedException e ->
              e.getFile()
                  + " may not be read or written by you. Change its permissions, or name another file or --data folder.";
          case FileAlreadyExistsException e ->
              e.getFile() + " is a file and no folder. Name another --data folder.";
          case FileSystemException e ->
              "%s cannot be used: %s. Name another file or --data folder."
                  .formatted(e.getFile(), Objects.requireNonNullElse(e.getReason(), said(e)));
          case HttpTimeoutException e -> tooLate();
          case SocketTimeoutException e -> tooLate();
          case ApiCallTimeoutException e -> tooLate();
          case ApiCallAttemptTimeoutException e -> tooLate();
          case UnknownHostException e ->
              "There is no host %s, or no network. Check the network, --stack and --region."
                  .formatted(said(e));
          case AwsServiceException e -> refused(e);
          case SdkClientException e -> unasked(said(e));
          case ConnectException e ->
              "Nothing answers where Quotemark should be running. Start it with: ./quotemark up";
          default -> null;
        });
  }

  /** AWS said no; the SDK's own words name services and ids of requests, not what to do. */
  private static String refused(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    String message = details == null ? null : details.errorMessage();
    String words = message == null || message.isBlank() ? said(refused) : message.strip();
    return switch (code) {
      case "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired" ->
          "Your AWS credentials have expired. Log in again (for instance: aws sso login), or name another --profile.";
      case "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "AuthFailure",
          "InvalidSignatureException" ->
          "AWS does not know these credentials (%s). Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name another --profile."
              .formatted(code);
      case "AccessDenied", "AccessDeniedException", "UnauthorizedOperation" ->
          "Your AWS credentials may not do this: " + sentence(words);
      default ->
          words.contains("does not exist")
              ? sentence(words) + " Check --stack, --region and --profile."
              : "AWS refused this%s: %s"
                  .formatted(code.isEmpty() ? "" : " (" + code + ")", sentence(words));
    };
  }

  /** AWS could not even be asked; null where it is nothing that is known. */
  private static @Nullable String unasked(String words) {
    if (words.contains("Unable to load credentials")) {
      return "No AWS credentials were found. Log in (for instance: aws sso login, or aws configure), or name a --profile.";
    }
    if (words.contains("Unable to load region")) {
      return "No AWS region is set. Name one with --region, or set AWS_REGION.";
    }
    if (words.contains("Profile file contained no") || words.contains("No static initial")) {
      return "There is no such AWS profile. Check --profile, or ~/.aws/config.";
    }
    return null;
  }

  private static String tooLate() {
    return "Quotemark did not answer in time. It may be busy: try again; /v1/health says what is wrong.";
  }

  /** A fault of ours, with all there is to report it. */
  private static String unexpected(Throwable problem) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    String place;
    try {
      Path file = Files.createTempFile("quotemark-", ".log");
      Files.writeString(file, trace.toString());
      place = "All about it is in " + file + ": please report it.";
    } catch (IOException e) {
      place = "Please report it.";
    }
    return "Quotemark itself failed: %s. %s".formatted(said(problem), place);
  }

  private static String said(Throwable problem) {
    String message = problem.getMessage();
    return (message == null || message.isBlank() ? problem.getClass().getSimpleName() : message)
        .strip();
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}
