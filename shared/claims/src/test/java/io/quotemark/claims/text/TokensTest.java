package io.quotemark.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.language.Language;
import io.quotemark.domain.article.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US$3bn, up 18.5%   | us $ 3 bn , up 18.5 %
          BABA.N U.S. p.m.   | baba . n u.s. p.m.
          1’234,50 and 5-7   | 1'234,50 and 5 - 7
          Acme's d’euros     | acme ' s d ' euros
          升３％至174元       | 升 3 % 至 174 元
          """)
  void text_of_any_script_is_cut_into_lower_cased_tokens(String text, String tokens) {
    assertThat(Tokens.of(text, Language.of("en").marks()).list().stream().map(Token::lower))
        .containsExactly(tokens.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It rose 18.5 in the U.S. market. Then it fell.          | 2
          Acme Inc. Chief John Q. Doe spoke. So did Mr. Roe.        | 2
          It fell on Jan. 5. Later it rose.                       | 2
          Acme bought Beta Corp. The shares rose.                 | 2
          Am 5. Mai stieg sie. Danach nicht mehr.                 | 2
          "It is up." She sold. "Why?" he said.                   | 3
          股价上涨。随后下跌！收盘持平。                               | 3
          """)
  void sentences_end_where_a_reader_ends_them(String text, int sentences) {
    assertThat(Tokens.of(text, Language.of("en").marks()).sentenceCount()).isEqualTo(sentences);
  }

  @Test
  void blank_lines_part_paragraphs_and_single_breaks_do_not() {
    Tokens tokens =
        Tokens.of(
            "One line that is wrapped right here at its\nmargin.\n\nTwo. Three.",
            Language.of("en").marks());

    assertThat(tokens.paragraphCount()).isEqualTo(2);
    assertThat(tokens.sentenceCount()).isEqualTo(3);
    assertThat(tokens.paragraphOf(tokens.size() - 1)).isEqualTo(1);
    assertThat(tokens.printed(tokens.sentenceStart(1), tokens.sentenceEnd(1) - 1))
        .isEqualTo("Two.");
  }

  @Test
  void offsets_behind_an_emoji_count_code_points() {
    Tokens tokens = Tokens.of("\uD83D\uDE80 up 5%", Language.of("en").marks());
    Token number = tokens.get(tokens.at(6));

    Span span = tokens.offsets().span(Span.Part.TEXT, number.start(), number.end());

    assertThat(number.start()).isEqualTo(6);
    assertThat(span).isEqualTo(new Span(Span.Part.TEXT, 5, 6, "5"));
  }

  @Test
  void tokens_of_nothing_are_none() {
    assertThat(Tokens.of(" \n ", Language.of("en").marks()).isEmpty()).isTrue();
    assertThat(Tokens.of("", Language.of("en").marks()).sentenceCount()).isZero();
  }

  @Test
  void sentence_of_each_token_agrees_with_the_sentence_ranges() {
    Tokens tokens = Tokens.of("Up 3. Down 4. Flat.\n\nAgain up.", Language.of("en").marks());
    List<Integer> expected = new ArrayList<>();
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      for (int i = tokens.sentenceStart(s); i < tokens.sentenceEnd(s); i++) {
        expected.add(s);
      }
    }

    assertThat(java.util.stream.IntStream.range(0, tokens.size()).map(tokens::sentenceOf).boxed())
        .containsExactlyElementsOf(expected);
  }
}
