package io.quotemark.serve.reference;

import io.quotemark.runtime.json.Node;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One operation: what it does, takes and answers, with examples. */
record OperationSection(Contract contract, Examples examples) {
  Html of(Contract.Operation operation) {
    Node node = operation.node();
    return Template.of(
            """
            <section class="operation" id="{id}">
            <h2><code>{method} {path}</code></h2>
            <p class="lead">{summary}.</p>
            {description}
            {examples}
            {parameters}
            {body}
            <h3>Answers</h3>
            {answers}
            </section>
            """)
        .with("id", operation.id())
        .with("method", operation.method())
        .with("path", operation.path())
        .with("summary", Prose.inline(node.at("summary").text()))
        .with("description", Prose.paragraphs(node.at("description").textOr("")))
        .with("examples", examples.of(contract, operation))
        .with("parameters", parameters(node))
        .with("body", body(node.at("requestBody")))
        .with("answers", answers(node))
        .html();
  }

  private Html parameters(Node operation) {
    List<Html> rows = new ArrayList<>();
    for (Node stated : operation.at("parameters").elements()) {
      Node parameter = contract.followed(stated);
      boolean required = parameter.at("required").flag();
      rows.add(
          Template.of(
                  "<tr><th scope=\"row\"><code>{name}</code> <span class=\"small\">{in}</span></th><td>{type}</td><td>{description}</td></tr>\n")
              .with("name", parameter.at("name").text())
              .with("in", parameter.at("in").text() + (required ? ", required" : ""))
              .with("type", SchemaTable.type(parameter.at("schema")))
              .with("description", Prose.inline(parameter.at("description").textOr("")))
              .html());
    }
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <h3>Parameters</h3>
            <table class="fields"><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">What it says</th></tr></thead>
            <tbody>{}</tbody></table>
            """,
            rows);
  }

  private static Html body(Node body) {
    if (!body.isPresent()) {
      return Html.EMPTY;
    }
    List<Html> types = new ArrayList<>();
    for (String type : body.at("content").members().keySet()) {
      types.add(Html.of("<code>{}</code>", type));
    }
    return Template.of("<h3>Body</h3>\n<p>{description} {types}</p>")
        .with("description", sentence(body.at("description").textOr("")))
        .with("types", Html.commas(types))
        .html();
  }

  private static Html sentence(String text) {
    return text.isEmpty() ? Html.of("One of") : Html.of("{}. One of", Prose.inline(text));
  }

  private Html answers(Node operation) {
    List<Html> out = new ArrayList<>();
    List<Html> refused = new ArrayList<>();
    for (Map.Entry<String, Node> one : operation.at("responses").members().entrySet()) {
      Node answer = contract.followed(one.getValue());
      if (one.getKey().startsWith("2")) {
        out.add(success(one.getKey(), answer));
      } else {
        refused.add(Html.of("<code>{}</code>", one.getKey()));
      }
    }
    out.add(
        Html.of(
            "<p>Else {}: a <a href=\"/docs/schemas#Problem\">problem document</a> that says what to do; 304 has no body.</p>",
            Html.commas(refused)));
    return Html.join(out);
  }

  private static Html success(String status, Node answer) {
    List<Html> contents = new ArrayList<>();
    for (Map.Entry<String, Node> content : answer.at("content").members().entrySet()) {
      Node schema = content.getValue().at("schema");
      contents.add(
          Template.of("<p><code>{type}</code>: {what}</p>{fields}")
              .with("type", content.getKey())
              .with("what", SchemaTable.type(schema))
              .with("fields", SchemaTable.of(schema))
              .html());
    }
    return Template.of("<p><strong>{status}</strong> {description}.</p>{contents}")
        .with("status", status)
        .with("description", Prose.inline(answer.at("description").textOr("")))
        .with("contents", contents)
        .html();
  }
}
