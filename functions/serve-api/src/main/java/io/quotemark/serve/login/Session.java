package io.quotemark.serve.login;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.json.Node;
import io.quotemark.serve.http.Access;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who has signed in, as the browser keeps it sealed.
 *
 * @param proven when the provider last said who this is and what the roles are
 * @param ends when the person has to sign in again, renewed or not
 * @param refresh token by which the provider is asked again; null where it gave none, or one that
 *     no cookie can hold
 */
record Session(Person person, Instant proven, Instant ends, @Nullable String refresh) {
  /** So long a session may be renewed: a working day. */
  private static final Duration LONGEST = Duration.ofHours(10);

  /** And so long it lasts where it cannot be. */
  private static final Duration LONGEST_WITHOUT_RENEWAL = Duration.ofHours(1);

  /** From then on the provider is asked again. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** From then on nothing is answered until it has. */
  private static final Duration SHORT = Duration.ofMinutes(15);

  static Session begun(Person person, Instant now, @Nullable String refresh) {
    return new Session(
        person, now, now.plus(refresh == null ? LONGEST_WITHOUT_RENEWAL : LONGEST), refresh);
  }

  /** The same, proven again; the refresh token stays unless there is a new one. */
  Session renewed(Person again, Instant now, @Nullable String fresh) {
    return new Session(again, now, ends, fresh == null ? refresh : fresh);
  }

  Session withoutRefresh() {
    Instant soon = proven.plus(LONGEST_WITHOUT_RENEWAL);
    return new Session(person, proven, soon.isBefore(ends) ? soon : ends, null);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(ends);
  }

  boolean shouldRenew(Instant now) {
    return refresh != null && !now.isBefore(proven.plus(FRESH));
  }

  boolean mustRenew(Instant now) {
    return refresh != null && !now.isBefore(proven.plus(SHORT));
  }

  /** What {@link #write} has written. */
  static Session of(Node sealed) {
    return new Session(
        new Person(
            sealed.at("subject").text(),
            sealed.at("name").text(),
            Access.valueOf(sealed.at("access").text())),
        Instant.ofEpochSecond(sealed.at("proven").number()),
        Instant.ofEpochSecond(sealed.at("ends").number()),
        sealed.at("refresh").textOrNull());
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("subject", person.subject());
    out.writeStringField("name", person.name());
    out.writeStringField("access", person.access().name());
    out.writeNumberField("proven", proven.getEpochSecond());
    out.writeNumberField("ends", ends.getEpochSecond());
    if (refresh != null) {
      out.writeStringField("refresh", refresh);
    }
    out.writeEndObject();
  }
}
