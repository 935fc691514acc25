package io.quotemark.serve.reference;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.Node;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The API reference: an overview, a page for each tag, and one of all schemas. The document is read
 * when a page is asked for: no other request waits for it.
 */
public final class ReferencePages {
  private static final String SCHEMAS = "schemas";

  private ReferencePages() {}

  public static HttpResponse overview(Call call) {
    Contract contract = Contract.read();
    List<Html> tags = new ArrayList<>();
    for (Contract.Tag tag : contract.tags()) {
      List<Html> operations = new ArrayList<>();
      for (Contract.Operation one : contract.operations(tag.name())) {
        operations.add(
            Template.of(
                    "<li><a href=\"/docs/{tag}#{id}\"><code>{method} {path}</code></a> {summary}</li>\n")
                .with("tag", tag.name())
                .with("id", one.id())
                .with("method", one.method())
                .with("path", one.path())
                .with("summary", Prose.inline(one.node().at("summary").text()))
                .html());
      }
      tags.add(
          Template.of(
                  "<h2><a href=\"/docs/{name}\">{name}</a></h2>\n<p>{description}.</p>\n<ul class=\"operations\">{operations}</ul>\n")
              .with("name", tag.name())
              .with("description", tag.description())
              .with("operations", operations)
              .html());
    }
    return page(
        contract,
        "API reference",
        "",
        Template.of(
                """
                <h1>API reference</h1>
                {description}
                <p>The same for client generators: <a href="/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Clients for Java and Python are in Quotemark's source,
                <code>shared/client</code>.</p>
                <h2>Who may ask</h2>
                <dl class="facts">{security}</dl>
                {tags}
                """)
            .with(
                "description",
                Prose.paragraphs(contract.document().at("info").at("description").text()))
            .with("security", security(contract))
            .with("tags", tags)
            .html());
  }

  private static List<Html> security(Contract contract) {
    List<Html> out = new ArrayList<>();
    for (Map.Entry<String, Node> scheme :
        contract.document().at("components").at("securitySchemes").members().entrySet()) {
      out.add(
          Html.of(
              "<dt>{}</dt><dd>{}</dd>",
              scheme.getKey(),
              Prose.inline(scheme.getValue().at("description").text())));
    }
    out.add(Html.of("<dt>./quotemark up</dt><dd>on your own machine nobody signs</dd>"));
    return out;
  }

  /**
   * @throws Problem.Raised where the document has no such tag
   */
  public static HttpResponse topic(Call call) {
    Contract contract = Contract.read();
    String name = call.path().getOrDefault("topic", "");
    if (name.equals(SCHEMAS)) {
      return page(contract, "Schemas", SCHEMAS, schemas(contract));
    }
    Contract.Tag tag =
        contract.tags().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                Problem.notFound(
                        "part of the API reference",
                        name,
                        contract.tags().stream().map(Contract.Tag::name).toList())
                    .raised());
    OperationSection section = new OperationSection(contract, Examples.read());
    return page(
        contract,
        "API: " + tag.name(),
        tag.name(),
        Template.of("<h1>{name}</h1>\n<p>{description}.</p>\n{trial}\n{operations}\n{events}")
            .with("name", tag.name())
            .with("description", tag.description())
            .with("trial", Html.when(tag.name().equals("check"), TRIAL))
            .with("operations", contract.operations(tag.name()).stream().map(section::of).toList())
            .with("events", events(contract.webhooks(tag.name())))
            .html());
  }

  private static List<Html> events(Map<String, Node> webhooks) {
    List<Html> out = new ArrayList<>();
    webhooks.forEach((name, event) ->
        out.add(
            Template.of(
                    "<section class=\"operation\" id=\"{name}\"><h2><code>{name}</code></h2>\n<p class=\"lead\">{summary}.</p>\n{description}{fields}</section>\n")
                .with("name", name)
                .with("summary", Prose.inline(event.at("summary").text()))
                .with("description", Prose.paragraphs(event.at("description").text()))
                .with(
                    "fields",
                    event.at("requestBody").at("content").members().values().stream()
                        .map(content -> SchemaTable.of(content.at("schema")))
                        .toList())
                .html()));
    return out;
  }

  /** Shown by the script; without it the example with curl is to try. */
  private static final Html TRIAL =
      Html.of(
          """
          <form class="trial" hidden>
          <label for="trial-text">Try it: a text with a price in it</label>
          <textarea id="trial-text" rows="4">Brindlewick Lanterns shares (XXXX: BRWK) closed at 395p on 11 March 2025.</textarea>
          <label class="inline"><input type="checkbox" id="trial-answer"> as an assistant's answer</label>
          <button type="submit">POST /v1/check</button>
          <output aria-live="polite"></output>
          </form>
          """);

  private static Html schemas(Contract contract) {
    List<Html> out = new ArrayList<>();
    contract
        .schemas()
        .forEach((name, schema) ->
            out.add(
                Template.of(
                        "<section id=\"{name}\"><h2>{name}</h2>\n<p>{description}.</p>\n{type}{fields}</section>\n")
                    .with("name", name)
                    .with("description", Prose.inline(schema.at("description").textOr("")))
                    .with(
                        "type",
                        Html.when(
                            schema.at("enum").isPresent(),
                            Html.of("<p>{}</p>", SchemaTable.type(schema))))
                    .with("fields", SchemaTable.of(schema))
                    .html()));
    return Html.of("<h1>Schemas</h1>\n{}", out);
  }

  private static HttpResponse page(Contract contract, String title, String here, Html main) {
    List<Html> tabs = new ArrayList<>();
    tabs.add(tab("/docs", "overview", here.isEmpty()));
    for (Contract.Tag tag : contract.tags()) {
      tabs.add(tab("/docs/" + tag.name(), tag.name(), tag.name().equals(here)));
    }
    tabs.add(tab(SchemaTable.PAGE, SCHEMAS, here.equals(SCHEMAS)));
    return Answers.page(
        200,
        Layout.page(
            Layout.of(title).at(Layout.Place.API),
            Template.of(
                    "<nav class=\"tabs\" aria-label=\"API reference\">{tabs}</nav>\n<div class=\"reference\">{main}</div>")
                .with("tabs", tabs)
                .with("main", main)
                .html()));
  }

  private static Html tab(String address, String name, boolean here) {
    return Template.of("<a href=\"{address}\"{here}>{name}</a>\n")
        .with("address", address)
        .with("here", Html.when(here, Html.of(" aria-current=\"page\"")))
        .with("name", name)
        .html();
  }
}
