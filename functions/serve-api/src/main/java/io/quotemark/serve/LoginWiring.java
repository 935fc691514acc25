package io.quotemark.serve;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.serve.login.Gate;
import io.quotemark.serve.login.LoginConfig;
import io.quotemark.serve.login.LoginSecrets;
import io.quotemark.serve.login.StoredLoginSecrets;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.StoredSecret;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds what serve-api uses where people sign in; not loaded where they do not. */
final class LoginWiring {
  private LoginWiring() {}

  static Function<HttpRequest, HttpResponse> answers(
      Config config, LoginConfig login, @Nullable LoginSecrets secrets, JsonLog log) {
    Clock clock = Clock.systemUTC();
    Gate gate =
        Gate.of(
            login,
            secrets == null ? stored(config, login, clock) : secrets,
            Wiring.table(config).routes(),
            () -> Wiring.table(config.withoutTexts()).routes(),
            clock,
            log,
            Gate.REPRIEVE);
    return gate::answer;
  }

  private static LoginSecrets stored(Config config, LoginConfig login, Clock clock) {
    AwsClients clients = AwsClients.prompt(config.region());
    return new StoredLoginSecrets(
        login, StoredSecret.Calls.of(clients, config.region(), login.secrets(), clock));
  }
}
