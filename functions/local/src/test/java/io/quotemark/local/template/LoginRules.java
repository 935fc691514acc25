package io.quotemark.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds where people sign in, and that nothing is open where they do not. */
final class LoginRules {
  /** Made with the login alone, and open to everybody. */
  static final Set<String> OWN_ROUTES =
      Set.of("GET /login", "GET /login/callback", "POST /logout", "GET /signed-out");

  private LoginRules() {}

  static void check(Findings f) {
    mode(f);
    f.each("AWS::SecretsManager::Secret", (id, secret) -> secret(f, id, secret));
    f.require(!f.resources("AWS::SecretsManager::Secret").isEmpty(), "cookies have no key");
    f.retained("AWS::Cognito::UserPool", "RetainExceptOnCreate");
    f.each("AWS::Cognito::UserPool", (id, pool) -> pool(f, id, pool));
    f.each("AWS::Cognito::UserPoolClient", (id, client) -> client(f, id, client));
    for (String type :
        List.of(
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolDomain",
            "AWS::Cognito::UserPoolClient",
            "AWS::Cognito::UserPoolGroup")) {
      f.require(!f.resources(type).isEmpty(), "there is no " + type);
      f.resources(type)
          .forEach((id, resource) ->
              f.equal(id + " is made", resource.values().get("Condition"), "MakesUserPool"));
    }
    for (String role : List.of("LoginReader", "LoginEditor")) {
      f.require(
          f.resources("AWS::Cognito::UserPoolGroup").values().stream()
              .map(group -> group.section("Properties").values().get("GroupName"))
              .anyMatch(Map.of("Ref", role)::equals),
          "nobody can be in the group " + role);
    }
    f.equal(
        "PublicPages",
        f.template().section("Parameters").section("PublicPages").values().get("Default"),
        "off");
    refused(f, "an issuer without a client", Map.of("LoginIssuer", "https://issuer.example"));
    refused(f, "public pages behind no login", Map.of("AuthMode", "IAM", "PublicPages", "on"));
  }

  /** The function asks exactly where the gateway does not. */
  private static void mode(Findings f) {
    f.equal(
        "UsesLogin",
        f.template().section("Conditions").values().get("UsesLogin"),
        Map.of("Fn::Equals", List.of(Map.of("Ref", "AuthMode"), "Login")));
    Section variables =
        f.resources("AWS::Serverless::Function")
            .getOrDefault("ServeApi", new Section(Map.of()))
            .section("Properties")
            .section("Environment")
            .section("Variables");
    f.equal("AUTH_MODE", variables.values().get("AUTH_MODE"), Map.of("Ref", "AuthMode"));
  }

  private static void secret(Findings f, String id, Section secret) {
    Section made = secret.section("GenerateSecretString");
    f.require(made.number("PasswordLength", 0) >= 43, id + " is shorter than its key");
    f.require(!secret.values().containsKey("SecretString"), id + " stands in the template");
    f.ownKey(id + " key", secret.values().get("KmsKeyId"));
  }

  private static void pool(Findings f, String id, Section pool) {
    f.equal(id + " deletion protection", pool.values().get("DeletionProtection"), "ACTIVE");
    f.equal(
        id + " is closed to strangers",
        pool.section("AdminCreateUserConfig").values().get("AllowAdminCreateUserOnly"),
        true);
    f.require(
        pool.section("Policies").section("PasswordPolicy").number("MinimumLength", 0) >= 12,
        id + " takes short passwords");
    f.require(
        pool.texts("EnabledMfas").contains("SOFTWARE_TOKEN_MFA")
            && !pool.text("MfaConfiguration", "OFF").equals("OFF"),
        id + " knows no second factor");
  }

  private static void client(Findings f, String id, Section client) {
    f.equal(id + " flows", client.values().get("AllowedOAuthFlows"), List.of("code"));
    f.equal(id + " errors", client.values().get("PreventUserExistenceErrors"), "ENABLED");
    f.equal(id + " revocation", client.values().get("EnableTokenRevocation"), true);
    for (String addresses : List.of("CallbackURLs", "LogoutURLs")) {
      f.require(
          !client.list(addresses).isEmpty()
              && client.list(addresses).stream()
                  .map(String::valueOf)
                  .allMatch(
                      a -> a.contains("${LoginAddress}/") && a.contains("https://${HttpApi}.")),
          id + " may send people elsewhere: " + addresses);
    }
    f.require(
        client.number("IdTokenValidity", 999) <= 60
            && client.number("RefreshTokenValidity", 999) <= 10,
        id + " gives tokens that last");
  }

  private static void refused(Findings f, String what, Map<String, String> chosen) {
    Map<String, String> parameters = new LinkedHashMap<>();
    f.template()
        .section("Parameters")
        .forEach((name, parameter) -> parameters.put(name, parameter.text("Default", "")));
    parameters.put("AuthMode", "Login");
    parameters.putAll(chosen);
    f.require(
        !new Conditions(f.template().section("Conditions"), parameters)
            .refusals(f.template().section("Rules"))
            .isEmpty(),
        what + " may be chosen");
  }
}
