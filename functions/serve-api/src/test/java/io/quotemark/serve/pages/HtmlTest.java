package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void of_hostileValue_isEncodedInTextAndAttribute() {
    Html html = Html.of("<a title=\"{}\">{}</a>", "\"><script>", "<img src=x onerror='alert(1)'>&");
    assertThat(html.markup())
        .isEqualTo(
            "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</a>");
  }

  @Test
  void of_nestedHtmlAndLists_goInAsTheyAre() {
    assertThat(
            Html.of("<ul>{}</ul>", List.of(Html.of("<li>{}</li>", "a<b"), Html.of("<li>c</li>")))
                .markup())
        .isEqualTo("<ul><li>a&lt;b</li><li>c</li></ul>");
  }

  @Test
  void of_valueWithBraces_isNotTakenForAPlace() {
    assertThat(Html.of("<p>{} {}</p>", "{}", "x").markup()).isEqualTo("<p>{} x</p>");
  }

  @Test
  void of_controlCharacters_areReplaced() {
    assertThat(Html.of("{}", "a\u0000b\u001bc\n").markup()).isEqualTo("a\uFFFDb\uFFFDc\n");
  }

  @Test
  void of_placesAndValuesDiffer_isAnError() {
    assertThatThrownBy(() -> Html.of("{} {}", "one")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Html.of("{}", "one", "two"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Html.of("{}{}{}", "one", "two"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
