package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.refresh.KeyUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
  @TempDir Path data;

  @Test
  void key_isTheVariable_elseTheFile_readAtEachRequest() throws IOException {
    Path file = file("rw-------", "of the file\n");

    assertThat(new LocalKeys(data, Map.of("QUOTEMARK_EODHD_KEY", "of the variable")).read("eodhd"))
        .isEqualTo("of the variable");
    var key = new LocalKeys(data, Map.of()).key("eodhd");
    assertThat(key.get()).isEqualTo("of the file");
    Files.writeString(file, "changed");
    assertThat(key.get()).isEqualTo("changed");
    Files.delete(file);
    assertThatThrownBy(key::get).isInstanceOf(KeyUnreadable.class).hasMessageContaining("chmod");
  }

  @Test
  void keyThatOthersMayRead_isRefused_andNotTold() throws IOException {
    file("rw-r-----", "secret");

    assertThatThrownBy(() -> new LocalKeys(data, Map.of()).read("eodhd"))
        .isInstanceOf(Exit.Failure.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("secret");
  }

  @Test
  void noKey_saysWhereToPutIt() {
    assertThatThrownBy(() -> new LocalKeys(data, Map.of()).chosen(List.of("eodhd")))
        .isInstanceOf(Exit.Failure.class)
        .hasMessageContaining("QUOTEMARK_EODHD_KEY")
        .hasMessageContaining("keys");
  }

  @Test
  void providers_areTakenInOrder_andAWrongOneIsTold() {
    LocalKeys keys =
        new LocalKeys(data, Map.of("QUOTEMARK_EODHD_KEY", "k", "QUOTEMARK_ALPACA_KEY", "i:s"));

    assertThat(keys.chosen(List.of("alpaca:XNYS,XNAS", "eodhd")))
        .isEqualTo("alpaca:XNYS,XNAS;eodhd");
    assertThat(keys.chosen(List.of())).isEqualTo("none");
    assertThatThrownBy(() -> keys.chosen(List.of("yahoo")))
        .isInstanceOf(Exit.Failure.class)
        .hasMessageContaining("there is no provider yahoo; there are alpaca");
  }

  private Path file(String permissions, String key) throws IOException {
    Path file = data.resolve("keys/eodhd");
    Files.createDirectories(file.getParent());
    Files.writeString(file, key);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
