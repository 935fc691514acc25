package io.quotemark.market.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.market.Cases;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  private static Shape shape(String printed, String actual) {
    return Shape.of(new BigDecimal(printed), Cases.step(printed), new BigDecimal(actual));
  }

  @ParameterizedTest
  @CsvSource({"107.50,107.80", "107.50,207.50", "1,7", "-2.4,-2.9", "0.5,0.6"})
  void figure_withOneDigitOfItsOwn_isADigit(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.DIGIT);
  }

  @ParameterizedTest
  @CsvSource({"139.40,193.40", "60.54,65.04", "1.9,9.1", "-1.9,-9.1", "12,21", "10.01,10.10"})
  void figure_ofTwoNeighboursInTurn_isASwap_acrossThePointToo(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.SWAP);
  }

  @ParameterizedTest
  @CsvSource({"2.4,-2.4", "-2.4,2.4", "-2.4,2.437", "3,-2.6"})
  void figure_ofTheOtherDirection_isASign(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.SIGN);
  }

  @ParameterizedTest
  @CsvSource({"123.45,133.46", "123,321", "14.27,17.24", "1212,2121"})
  void figure_withMoreThanOneSlip_isNone(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.NONE);
  }

  @ParameterizedTest
  @CsvSource({"2.4,-2.5", "1.9,-9.1"})
  void digits_ofTheOtherDirection_areNoSlip(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.NONE);
  }

  @ParameterizedTest
  @CsvSource({"99.5,101.5", "1.5,15", "1050,105", "9,10"})
  void figure_ofAnotherLength_isNone(String printed, String actual) {
    assertThat(shape(printed, actual)).isEqualTo(Shape.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2.4,2.3501,NONE",
    "2.4,2.4499,NONE",
    "2.4,2.45,DIGIT",
    "-2.4,-2.45,DIGIT",
    "42,24.4,SWAP",
    "42,24.5,NONE",
    "0,-0.2,NONE",
    "0.0,0.2,DIGIT"
  })
  void actual_isRoundedToThePrintedDigits(String printed, String actual, Shape shape) {
    assertThat(shape(printed, actual)).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource({"40,42.4,10,NONE", "40,52.4,10,DIGIT", "1200,1340,100,DIGIT", "1300,3120,100,SWAP"})
  void actual_isRoundedToTensOrHundreds_whereNoMoreIsPrinted(
      String printed, String actual, String step, Shape shape) {
    assertThat(Shape.of(new BigDecimal(printed), new BigDecimal(step), new BigDecimal(actual)))
        .isEqualTo(shape);
  }
}
