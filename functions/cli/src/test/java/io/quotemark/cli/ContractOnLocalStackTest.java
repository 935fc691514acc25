package io.quotemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
@Tag("localstack")
class ContractOnLocalStackTest extends ContractTest {
  @Override
  Pipeline open(Path folder) throws IOException {
    return new Pipeline(folder, LocalStack.address());
  }
}
