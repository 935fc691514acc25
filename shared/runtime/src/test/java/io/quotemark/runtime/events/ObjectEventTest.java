package io.quotemark.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectEventTest {
  @ParameterizedTest
  @CsvSource({
    "inbox/a+b.txt, inbox/a b.txt",
    "inbox/a%2Bb.txt, inbox/a+b.txt",
    "inbox/%E6%96%B0%E8%81%9E.html, inbox/新聞.html",
    "inbox/..%2Fx.txt, inbox/../x.txt",
    "inbox/100%2525.txt, inbox/100%25.txt"
  })
  void parse_notification_decodesTheKeyOnce(String encoded, String key) {
    assertThat(ObjectEvent.parse(notification("ObjectCreated:Put", encoded, "0A")))
        .singleElement()
        .satisfies(e -> assertThat(e.key()).isEqualTo(key))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ObjectEvent.Kind.CREATED));
  }

  @Test
  void sequencer_ofOtherLength_comparesAsANumber() {
    String older =
        ObjectEvent.parse(notification("ObjectCreated:Put", "k", "FF")).getFirst().sequencer();
    String newer =
        ObjectEvent.parse(notification("ObjectRemoved:Delete", "k", "100")).getFirst().sequencer();
    assertThat(newer).isGreaterThan(older);
  }

  @Test
  void parse_eventBridge_takesTheKeyAsItIs() {
    String event =
        """
        {"source":"aws.s3","detail-type":"Object Deleted","time":"2025-03-10T17:40:00Z",
         "detail":{"bucket":{"name":"b"},"object":{"key":"inbox/a+b.txt","sequencer":"0A"}}}
        """;
    List<ObjectEvent> events = ObjectEvent.parse(event.getBytes(StandardCharsets.UTF_8));
    assertThat(events)
        .singleElement()
        .satisfies(e -> assertThat(e.key()).isEqualTo("inbox/a+b.txt"));
    assertThat(events.getFirst().kind()).isEqualTo(ObjectEvent.Kind.REMOVED);
  }

  @Test
  void parse_testEvent_isNoEvent() {
    String event = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}";
    assertThat(ObjectEvent.parse(event.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void parse_somethingElse_isRefused() {
    assertThatThrownBy(() -> ObjectEvent.parse("{\"x\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class);
    assertThatThrownBy(() -> ObjectEvent.parse(notification("ObjectAcl:Put", "k", "1")))
        .isInstanceOf(Json.Malformed.class);
  }

  private static byte[] notification(String name, String key, String sequencer) {
    return """
    {"Records":[{"eventSource":"aws:s3","eventName":"%s","eventTime":"2025-03-10T17:40:00.000Z",
     "s3":{"bucket":{"name":"b"},"object":{"key":"%s","size":12,"eTag":"e","sequencer":"%s"}}}]}
    """
        .formatted(name, key, sequencer)
        .getBytes(StandardCharsets.UTF_8);
  }
}
