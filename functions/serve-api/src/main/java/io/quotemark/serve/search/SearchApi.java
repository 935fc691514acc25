package io.quotemark.serve.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.pages.Html;
import java.io.IOException;
import java.util.List;

/** {@code GET /v1/search}: companies and sources for a text, for suggestions as somebody types. */
public final class SearchApi {
  private static final int FEW = 8;
  private static final int MOST = 50;

  private final SiteSearch search;

  public SearchApi(SiteSearch search) {
    this.search = search;
  }

  public HttpResponse find(Call call) {
    String text = call.query().text("q");
    if (text == null) {
      throw Problem.invalidParameter(
              "q", "is missing; give part of a name, a ticker, an ISIN or a source")
          .raised();
    }
    SiteSearch.Found found = search.find(text, call.query().number("limit", FEW, 1, MOST));
    return Answers.json(out -> {
      out.writeStartObject();
      companies("companies", found.companies(), out);
      sources("sources", found.sources(), out);
      companies("did_you_mean", found.meant(), out);
      sources("did_you_mean_sources", found.meantSources(), out);
      out.writeObjectFieldStart("meta");
      out.writeNumberField("companies_found", found.all());
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private static void companies(String name, List<SiteSearch.Company> companies, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (SiteSearch.Company one : companies) {
      String listing = one.name().listing().toString();
      out.writeStartObject();
      out.writeStringField("name", one.name().company());
      out.writeStringField("full_name", one.fullName());
      out.writeStringField("listing", listing);
      out.writeStringField("symbol", one.name().ticker().isEmpty() ? null : one.name().ticker());
      out.writeStringField("page", "/listings/" + Html.segment(listing));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void sources(String name, List<String> sources, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String source : sources) {
      out.writeStartObject();
      out.writeStringField("name", source);
      out.writeStringField("page", "/sources/" + Html.name(source));
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
