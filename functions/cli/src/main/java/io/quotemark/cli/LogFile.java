package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that does not grow without end: when it is full it becomes {@code NAME.1}, in place of
 * the one before, and a new one begins, at a line's beginning. Of a line that is too long the rest
 * is left out.
 */
final class LogFile extends OutputStream {
  private static final byte[] CUT = " … cut off".getBytes(UTF_8);

  private final Path file;
  private final long mostBytes;
  private final int longestLine;
  private OutputStream out;
  private long size;
  private int line;

  /**
   * @param mostBytes of each of the two files; the last line may go beyond it
   * @param longestLine in bytes
   */
  LogFile(Path file, long mostBytes, int longestLine) throws IOException {
    this.file = file;
    this.mostBytes = mostBytes;
    this.longestLine = longestLine;
    this.out = open();
    this.size = Files.size(file);
  }

  private OutputStream open() throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    int end = from + count;
    while (at < end) {
      if (line == 0 && size >= mostBytes) {
        turn();
      }
      int feed = at;
      while (feed < end && bytes[feed] != '\n') {
        feed++;
      }
      part(bytes, at, feed - at);
      at = feed;
      if (at < end) {
        out.write('\n');
        size++;
        line = 0;
        at++;
      }
    }
  }

  /** A part of a line, without its end. */
  private void part(byte[] bytes, int from, int count) throws IOException {
    int room = Math.max(0, longestLine - line);
    int written = Math.min(count, room);
    out.write(bytes, from, written);
    size += written;
    line += written;
    if (written < count && line == longestLine) {
      out.write(CUT);
      size += CUT.length;
      line++; // so that it is told once
    }
  }

  private void turn() throws IOException {
    out.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    out = open();
    size = 0;
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
