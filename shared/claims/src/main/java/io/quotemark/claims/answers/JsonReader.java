package io.quotemark.claims.answers;

import io.quotemark.claims.answers.CellReader.Cell;
import io.quotemark.claims.answers.Lines.Range;
import io.quotemark.domain.claim.SessionWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says each field of a JSON object as a statement: its name is the label, and the object or one
 * around it names the company. Reads what is no JSON as far as it looks like it.
 */
final class JsonReader {
  private static final int DEEPEST = 40;

  /** A field with a plain value. */
  private record Pair(String key, Range value) {}

  private static final class Node {
    final @Nullable String key;
    final List<Pair> pairs = new ArrayList<>();
    final List<Node> children = new ArrayList<>();

    Node(@Nullable String key) {
      this.key = key;
    }
  }

  private final AnswerText of;
  private final CellReader cells;
  private final String text;
  private int line;

  JsonReader(AnswerText of, CellReader cells, int line) {
    this.of = of;
    this.cells = cells;
    this.text = of.text();
    this.line = line;
  }

  List<Draft> read(Range range, @Nullable Topic above, @Nullable SessionWords day) {
    List<Draft> drafts = new ArrayList<>();
    say(tree(range), above, day, drafts);
    return drafts;
  }

  /** Objects and lists alike as nodes. */
  private Node tree(Range range) {
    Node root = new Node(null);
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    String key = null;
    int at = range.start();
    while (at < range.end()) {
      char here = text.charAt(at);
      int end = at + 1;
      if (here == '{' || here == '[') {
        Node child = new Node(key);
        if (open.size() < DEEPEST) {
          open.element().children.add(child);
          open.push(child);
        }
        key = null;
      } else if ((here == '}' || here == ']') && open.size() > 1) {
        open.pop();
        key = null;
      } else if (here == '"') {
        int close = closing(at, range.end());
        int next = behindBlanks(close + 1, range.end());
        end = Math.min(close + 1, range.end());
        if (next < range.end() && text.charAt(next) == ':') {
          key = text.substring(at + 1, close);
          end = next + 1;
        } else if (key != null) {
          open.element().pairs.add(new Pair(key, new Range(at + 1, close)));
          key = null;
        }
      } else if (here == '-' || Character.isDigit(here)) {
        end = behindNumber(at, range.end());
        if (key != null) {
          open.element().pairs.add(new Pair(key, new Range(at, end)));
          key = null;
        }
      } else if (here == ',') {
        key = null;
      }
      at = end;
    }
    return root;
  }

  private int closing(int open, int limit) {
    int at = open + 1;
    while (at < limit && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, limit);
  }

  private int behindBlanks(int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int behindNumber(int from, int limit) {
    int at = from + 1;
    while (at < limit
        && (Character.isLetterOrDigit(text.charAt(at)) || ".+-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private void say(
      Node node, @Nullable Topic above, @Nullable SessionWords before, List<Draft> drafts) {
    line++;
    int own = line;
    Topic named = null;
    SessionWords day = before;
    for (Pair pair : node.pairs) {
      Label label = of.labels().ofKey(pair.key());
      if (label != null && label.has(Feature.SUBJECT) && !label.tells()) {
        named = CellReader.joined(named, cells.read(pair.value()).topic());
      }
      if (label != null && label.has(Feature.DATE) && !label.tells()) {
        SessionWords said = cells.read(pair.value()).day();
        day = said == null ? day : said;
      }
    }
    Topic topic = named != null ? named : ofKey(node.key, above);
    for (Pair pair : node.pairs) {
      Label label = of.labels().ofKey(pair.key());
      Cell cell = cells.read(pair.value());
      if (label != null && label.tells() && cell.hasFigure()) {
        drafts.addAll(new LineReader(cell.items(), own, label, topic, day, true).read());
      }
    }
    for (Node child : node.children) {
      say(child, topic, day, drafts);
    }
  }

  /** {@code {"AAPL": {…}}}. */
  private @Nullable Topic ofKey(@Nullable String key, @Nullable Topic above) {
    Topic topic = key == null || of.labels().ofKey(key) != null ? null : of.topics().ofTicker(key);
    topic = topic == null && key != null ? of.topics().ofName(key) : topic;
    return topic == null ? above : topic;
  }
}
