package io.quotemark.runtime;

import io.quotemark.runtime.events.SqsBatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a batch that have not been begun. First those that nobody has tried, several at
 * once but one of each subject; then one by one those that nothing is done beside, and those that
 * were handed out before, most often last.
 */
final class Waiting {
  /** Fresh messages first, then those that are worked on alone. */
  private final List<SqsBatch.Message> messages = new ArrayList<>();

  /** Of all messages that are not worked on alone, begun or not. */
  private final IdentityHashMap<SqsBatch.Message, String> subjects = new IdentityHashMap<>();

  private @Nullable String latest;

  /**
   * @param together null where all are worked on alone
   */
  Waiting(List<SqsBatch.Message> batch, Batch.@Nullable Together together) {
    List<SqsBatch.Message> alone = new ArrayList<>();
    List<SqsBatch.Message> repeated = new ArrayList<>();
    for (SqsBatch.Message message : batch) {
      if (message.receives() > 1) {
        repeated.add(message);
        continue;
      }
      String subject = together == null ? null : together.subject(message);
      if (subject == null) {
        alone.add(message);
      } else {
        messages.add(message);
        subjects.put(message, subject);
      }
    }
    if (repeated.size() > 1) {
      repeated.sort(Comparator.comparingInt(SqsBatch.Message::receives));
    }
    messages.addAll(alone);
    messages.addAll(repeated);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /**
   * The next that may begin, which then waits no longer.
   *
   * @param running what is worked on and still waited for
   * @return null where none may begin before another has ended
   */
  SqsBatch.@Nullable Message next(Collection<Attempt> running) {
    if (running.size() >= Batch.Together.MOST) {
      return null;
    }
    for (int place = 0; place < messages.size(); place++) {
      String subject = subjects.get(messages.get(place));
      boolean may = subject == null ? running.isEmpty() : !isBusy(subject, running);
      if (may) {
        latest = subject;
        return messages.remove(place);
      }
    }
    return null;
  }

  private boolean isBusy(String subject, Collection<Attempt> running) {
    for (Attempt attempt : running) {
      if (subject.equals(subjects.get(attempt.message()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many have to share the time one after the other: the one that was begun last, and those
   * that cannot begin before others have ended.
   */
  int rounds() {
    int alone = 0;
    int following = 0;
    Map<String, Integer> ofSubject = new HashMap<>();
    for (SqsBatch.Message message : messages) {
      String subject = subjects.get(message);
      if (subject == null) {
        alone++;
      } else {
        // of a subject that was not begun one needs not wait
        int before = ofSubject.getOrDefault(subject, subject.equals(latest) ? 0 : -1);
        ofSubject.put(subject, before + 1);
        following = Math.max(following, before + 1);
      }
    }
    return 1 + alone + following;
  }
}
