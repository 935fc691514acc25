package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void places_areFilledByName_asOftenAsTheyStandThere() {
    assertThat(
            Template.of("<p id=\"{id}\">{text}</p><a href=\"#{id}\">{more}</a>")
                .with("more", null)
                .with("text", List.of(Html.of("<b>{}</b>", "a<b"), "{id}"))
                .with("id", "\"x")
                .html()
                .markup())
        .isEqualTo("<p id=\"&quot;x\"><b>a&lt;b</b>{id}</p><a href=\"#&quot;x\"></a>");
  }

  @Test
  void placeWithoutAValue_isAnError() {
    assertThatThrownBy(() -> Template.of("{one} {two}").with("one", 1).html())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("{two}");
    assertThatThrownBy(() -> Template.of("{one").html()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valueWithoutAPlace_orForAFilledOne_isAnError() {
    Template template = Template.of("{one}").with("one", 1);
    assertThatThrownBy(() -> template.with("two", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{two}");
    assertThatThrownBy(() -> template.with("one", 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
