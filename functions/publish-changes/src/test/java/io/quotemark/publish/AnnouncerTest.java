package io.quotemark.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.publish.events.Announcement;
import io.quotemark.publish.events.Announcer;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.articles.TableChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes of the table are told as; {@code NewsroomDayTest} has the whole of a day. */
class AnnouncerTest {
  private static final Path SAMPLE = Path.of("../../events/articles-table-changed.json");

  private final Announcer announcer =
      new Announcer(key -> Optional.empty(), error -> List.of(), "https://quotes.example.com");

  @Test
  void uploadThatFailed_isToldUnderOneId_howeverOftenItIsRead() throws IOException {
    List<Announcement> once = announcer.of(change(Files.readString(SAMPLE)).orElseThrow());
    List<Announcement> again = announcer.of(change(Files.readString(SAMPLE)).orElseThrow());

    assertThat(once).hasSize(1);
    assertThat(again.getFirst().id()).isEqualTo(once.getFirst().id());
    assertThat(again.getFirst().json()).isEqualTo(once.getFirst().json());
    Node event = Json.read(once.getFirst().json());
    assertThat(event.at("type").text()).isEqualTo("upload.failed");
    assertThat(event.at("data").at("key").text()).isEqualTo("inbox/photo.jpg");
    assertThat(event.at("text").text())
        .isEqualTo("Upload failed: inbox/photo.jpg: binary: this is no text");
  }

  @Test
  void textOfAnEvent_hasNoMarkup_thatOthersWrote() throws IOException {
    String sample = Files.readString(SAMPLE).replace("photo.jpg", "<https://evil.example|click>");
    Node event = Json.read(announcer.of(change(sample).orElseThrow()).getFirst().json());
    assertThat(event.at("text").text()).doesNotContain("<", ">");
  }

  @Test
  void sameFailure_writtenAgain_isNotTold() throws IOException {
    String sample = Files.readString(SAMPLE);
    String image = sample.substring(sample.indexOf("\"NewImage\": ") + 12);
    image = image.substring(0, image.indexOf("\"SequenceNumber\""));
    String written =
        sample.replace("\"SequenceNumber\"", "\"OldImage\": " + image + "\"SequenceNumber\"");
    assertThat(change(written)).isEmpty();
  }

  private static Optional<TableChange> change(String event) {
    return TableChange.of(Json.read(event.getBytes(UTF_8)).at("Records").elements().getFirst());
  }
}
