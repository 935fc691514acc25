package io.quotemark.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds for the endpoint: closed, bounded, logged. */
final class EndpointRules {
  private EndpointRules() {}

  static void check(Findings f) {
    Section mode = f.template().section("Parameters").section("AuthMode");
    f.equal("AuthMode", mode.values().get("Default"), "IAM");
    f.equal("AuthMode", mode.values().get("AllowedValues"), List.of("IAM", "JWT", "Login"));
    Section texts = f.template().section("Parameters").section("TextRoutes");
    f.equal("TextRoutes", texts.values().get("Default"), "off");
    Section origins = f.template().section("Parameters").section("AllowedOrigins");
    f.equal("AllowedOrigins", origins.values().get("Default"), "");
    Section frames = f.template().section("Parameters").section("EmbedOrigins");
    f.equal("EmbedOrigins", frames.values().get("Default"), "");
    f.each("AWS::ApiGatewayV2::Api", (id, api) -> cors(f, api));
    jwt(f);
    f.resources("AWS::ApiGatewayV2::Route").forEach((id, route) -> authorized(f, id, route));
    f.each(
        "AWS::ApiGatewayV2::Authorizer",
        (id, authorizer) ->
            f.require(
                authorizer.section("JwtConfiguration").values().containsKey("Issuer")
                    && authorizer.section("JwtConfiguration").values().containsKey("Audience"),
                id + " takes tokens of anyone"));
    f.each("AWS::ApiGatewayV2::Stage", (id, stage) -> stage(f, stage));
    f.each(
        "AWS::Lambda::Permission",
        (id, permission) ->
            f.require(
                String.valueOf(permission.values().get("SourceArn")).contains("${HttpApi}"),
                id + " lets every API call the function"));
  }

  /**
   * The gateway asks for a proof but where people sign in: there the function asks. The login's own
   * routes are not made elsewhere.
   */
  private static void authorized(Findings f, String id, Section route) {
    Section properties = route.section("Properties");
    if (route.text("Condition", "").equals("UsesLogin")) {
      f.require(
          LoginRules.OWN_ROUTES.contains(properties.text("RouteKey")), id + " is not the login's");
      f.equal(id + " authorization", properties.values().get("AuthorizationType"), "NONE");
      return;
    }
    f.require(!route.values().containsKey("Condition"), id + " is not always made");
    f.equal(
        id + " authorization",
        properties.values().get("AuthorizationType"),
        Map.of(
            "Fn::If",
            List.of("UsesLogin", "NONE", Map.of("Fn::If", List.of("UsesJwt", "JWT", "AWS_IAM")))));
    f.equal(
        id + " authorizer",
        properties.values().get("AuthorizerId"),
        Map.of(
            "Fn::If",
            List.of("UsesJwt", Map.of("Ref", "JwtAuthorizer"), Map.of("Ref", "AWS::NoValue"))));
  }

  /** Tokens of one issuer, made for one client: a token for another application opens nothing. */
  private static void jwt(Findings f) {
    for (Map<String, String> half :
        List.of(Map.of("JwtIssuer", "https://issuer.example"), Map.of("JwtAudience", "client"))) {
      Map<String, String> parameters = new LinkedHashMap<>();
      f.template()
          .section("Parameters")
          .forEach((name, parameter) -> parameters.put(name, parameter.text("Default", "")));
      parameters.put("AuthMode", "JWT");
      parameters.putAll(half);
      f.require(
          !new Conditions(f.template().section("Conditions"), parameters)
              .refusals(f.template().section("Rules"))
              .isEmpty(),
          "JWT may be chosen with " + half + " alone");
    }
  }

  /** Open to pages of other origins by choice only, and never with a browser's cookies. */
  private static void cors(Findings f, Section api) {
    Object cors = api.values().get("CorsConfiguration");
    if (cors instanceof Map<?, ?> map && map.get("Fn::If") instanceof List<?> choice) {
      f.equal("pages of other origins", choice.getFirst(), "AllowsOrigins");
      f.equal("pages of other origins", choice.getLast(), Map.of("Ref", "AWS::NoValue"));
      Section open = Section.of(choice.get(1));
      f.equal("their origins", open.values().get("AllowOrigins"), Map.of("Ref", "AllowedOrigins"));
      f.require(!open.values().containsKey("AllowCredentials"), "their cookies are taken");
    } else {
      f.require(cors == null, "pages of other origins are let in by default");
    }
  }

  private static void stage(Findings f, Section stage) {
    throttled(f, "every route", stage.section("DefaultRouteSettings"));
    f.each(
        "AWS::ApiGatewayV2::Route",
        (id, route) -> {
          String key = route.text("RouteKey", "");
          if (key.startsWith("POST ") && !LoginRules.OWN_ROUTES.contains(key)) {
            // it reads a text or stores one
            throttled(f, key, stage.section("RouteSettings").section(key));
          }
        });
    Section logs = stage.section("AccessLogSettings");
    f.require(
        f.resources("AWS::Logs::LogGroup")
            .containsKey(Findings.target(logs.values().get("DestinationArn"))),
        "accesses are not logged");
    f.require(logs.text("Format", "").contains("$context.status"), "accesses are not logged");
  }

  private static void throttled(Findings f, String what, Section settings) {
    f.require(
        settings.values().containsKey("ThrottlingRateLimit")
            && settings.values().containsKey("ThrottlingBurstLimit"),
        what + " is not throttled");
  }
}
