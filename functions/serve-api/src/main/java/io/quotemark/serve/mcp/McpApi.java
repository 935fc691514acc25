package io.quotemark.serve.mcp;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.Json;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a message of a client. A request of revision 2026-07-28 names its revision in a header
 * and in its {@code _meta}; others come after a handshake that this server forgets at once.
 */
public final class McpApi {
  private final Offer offer;

  /**
   * @param version of this service, for the client
   */
  public McpApi(String version) {
    this.offer = new Offer(version);
  }

  /** For a client that asks for a stream of messages: there is none, all answers are whole. */
  public HttpResponse noStream(Call call) {
    return Answers.problem(
            call.request(),
            Problem.of(
                405,
                "method_not_allowed",
                "Method not allowed",
                "messages come here by POST alone"))
        .with("allow", "POST");
  }

  /**
   * @param api answers a request to an operation of the API; problems are answers too
   */
  public HttpResponse message(HttpRequest request, Function<HttpRequest, HttpResponse> api) {
    Message call;
    try {
      call = Message.read(request.body());
    } catch (Json.Malformed e) {
      return Reply.error(400, null, Reply.PARSE_ERROR, String.valueOf(e.getMessage()));
    } catch (Message.NotAMessage e) {
      return Reply.error(400, null, Reply.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    String header = header(request, "mcp-protocol-version");
    boolean modern =
        call.meta("protocolVersion").isPresent()
            || (header != null && !Offer.EARLIER.contains(header));
    if (call.isNotification()) {
      return Reply.none();
    }
    try {
      return modern ? modern(request, call, header, api) : earlier(request, call, api);
    } catch (Json.Malformed e) {
      // a member of its params is of another type than the protocol says
      return invalid(modern, call, String.valueOf(e.getMessage()));
    }
  }

  // ---- 2026-07-28

  private HttpResponse modern(
      HttpRequest request,
      Message call,
      @Nullable String header,
      Function<HttpRequest, HttpResponse> api) {
    String stated;
    try {
      stated = call.meta("protocolVersion").textOrNull();
      if (stated == null || !call.meta("clientCapabilities").isObject()) {
        return invalid(
            call,
            "_meta is to name io.modelcontextprotocol/protocolVersion and"
                + " io.modelcontextprotocol/clientCapabilities");
      }
    } catch (Json.Malformed e) {
      return invalid(call, String.valueOf(e.getMessage()));
    }
    if (header == null || !header.equals(stated)) {
      return mismatch(call, "MCP-Protocol-Version", header, stated);
    }
    if (!stated.equals(Offer.MODERN)) {
      return Reply.error(
          400,
          call.id(),
          Reply.UNSUPPORTED_VERSION,
          "Unsupported protocol version",
          out -> {
            out.writeStartObject();
            Offer.versions(out, "supported");
            out.writeStringField("requested", stated);
            out.writeEndObject();
          });
    }
    String method = header(request, "mcp-method");
    if (!call.method().equals(method)) {
      return mismatch(call, "Mcp-Method", method, call.method());
    }
    String named =
        call.method().equals("tools/call") ? call.params().at("name").textOrNull() : null;
    String name = header(request, "mcp-name");
    if (named != null && !named.equals(name)) {
      return mismatch(call, "Mcp-Name", name, named);
    }
    return switch (call.method()) {
      case "server/discover" -> Reply.result(call.id(), offer::discovered);
      case "tools/list" -> Reply.result(call.id(), offer::listed);
      case "tools/call" -> called(request, call, true, api);
      default -> unknown(404, call);
    };
  }

  // ---- the revisions before it

  private HttpResponse earlier(
      HttpRequest request, Message call, Function<HttpRequest, HttpResponse> api) {
    return switch (call.method()) {
      case "initialize" -> Reply.result(call.id(), out -> offer.initialized(call, out));
      case "ping" ->
          Reply.result(
              call.id(),
              out -> {
                out.writeStartObject();
                out.writeEndObject();
              });
      case "tools/list" ->
          Reply.result(
              call.id(),
              out -> {
                out.writeStartObject();
                Offer.tools(out);
                out.writeEndObject();
              });
      case "tools/call" -> called(request, call, false, api);
      default -> unknown(200, call);
    };
  }

  // ---- what all revisions have

  private HttpResponse called(
      HttpRequest request, Message call, boolean modern, Function<HttpRequest, HttpResponse> api) {
    String name;
    HttpRequest asked;
    try {
      name = call.params().at("name").text();
      Tools.Tool tool = Tools.named(name);
      if (tool == null) {
        return invalid(modern, call, "there is no tool " + Problem.shown(name));
      }
      asked = tool.request(request.id(), call.params().at("arguments"));
    } catch (Json.Malformed e) {
      return invalid(modern, call, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Reply.result(
          call.id(), out -> offer.said(out, modern, String.valueOf(e.getMessage()), true));
    }
    HttpResponse answer = api.apply(asked);
    return Reply.result(
        call.id(), out -> offer.said(out, modern, Reply.text(answer), answer.status() >= 400));
  }

  private static HttpResponse invalid(Message call, String message) {
    return Reply.error(400, call.id(), Reply.INVALID_PARAMS, message);
  }

  private static HttpResponse invalid(boolean modern, Message call, String message) {
    return Reply.error(modern ? 400 : 200, call.id(), Reply.INVALID_PARAMS, message);
  }

  private static HttpResponse unknown(int status, Message call) {
    return Reply.error(
        status,
        call.id(),
        Reply.METHOD_NOT_FOUND,
        "Method not found: " + Problem.shown(call.method()));
  }

  private static HttpResponse mismatch(
      Message call, String header, @Nullable String found, String expected) {
    return Reply.error(
        400,
        call.id(),
        Reply.HEADER_MISMATCH,
        "the header "
            + header
            + (found == null ? " is missing" : " is not what the request says")
            + ": expected "
            + Problem.shown(expected));
  }

  /** Without the space around it, which belongs to no value (RFC 9110, 5.5). */
  private static @Nullable String header(HttpRequest request, String name) {
    String value = request.headers().get(name);
    return value == null ? null : value.strip();
  }
}
