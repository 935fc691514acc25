package io.quotemark.market.listings;

import io.quotemark.domain.Issuer;
import io.quotemark.domain.IssuerKey;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The shipped master in the form that functions load: joined when the project is built, read issuer
 * by issuer as they are asked for. The data files stay the source; the build writes this from them
 * by {@link #main}, and a test holds that it says the same. An operator's own listings join this
 * form too, so that the jars of functions go without the data files.
 *
 * <p>Three numbers (issuers, keys, bytes before the first issuer), where each issuer begins, the
 * hashes of all {@link IssuerKey keys} in order and the number of the issuer of each, then version,
 * former tickers and the issuers ({@link CompactBytes}).
 */
final class CompactMaster {
  static final String RESOURCE = "master.bin";

  /** An odd number with its bits spread: the golden ratio in 32 of them. */
  private static final int MIX = 0x9E37_79B9;

  private CompactMaster() {}

  /** Writes the form of the data files to the file named. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, write(MasterFile.fromDataFiles()));
  }

  private record Entry(int hash, int issuer) {}

  /** 20 bits: hashes hardly compress, and of fifty words that name nobody one is looked at. */
  private static int hash(String key) {
    return (key.hashCode() * MIX) >>> 12; // mixed, for tickers differ in their last letter
  }

  static byte[] write(Securities master) {
    CompactBytes.Writer head = new CompactBytes.Writer();
    head.text(master.version());
    head.number(master.former().size());
    master.former().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> {
          head.text(e.getKey().toString());
          head.text(e.getValue().toString());
        });
    List<Issuer> issuers = master.issuers();
    int[] begins = new int[issuers.size()];
    Set<Entry> found = new HashSet<>();
    CompactBytes.Writer body = new CompactBytes.Writer();
    for (int i = 0; i < begins.length; i++) {
      begins[i] = body.size();
      body.issuer(issuers.get(i));
      for (String key : IssuerKey.of(issuers.get(i))) {
        found.add(new Entry(hash(key), i));
      }
    }
    List<Entry> entries = new ArrayList<>(found);
    entries.sort(Comparator.comparingInt(Entry::hash).thenComparingInt(Entry::issuer));
    ByteBuffer numbers = ByteBuffer.allocate(4 * (3 + begins.length + 2 * entries.size()));
    numbers.putInt(begins.length).putInt(entries.size()).putInt(head.size());
    for (int begin : begins) {
      numbers.putInt(begin);
    }
    entries.forEach(entry -> numbers.putInt(entry.hash()));
    entries.forEach(entry -> numbers.putInt(entry.issuer()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(numbers.array());
    out.writeBytes(head.bytes());
    out.writeBytes(body.bytes());
    return out.toByteArray();
  }

  static Securities load() {
    try (InputStream in = CompactMaster.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "the jar lacks " + RESOURCE + "; `mvn process-classes` writes it");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + RESOURCE, e);
    }
  }

  static Securities read(byte[] bytes) {
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    int[] begins = new int[numbers.getInt()];
    int[] hashes = new int[numbers.getInt()];
    int[] keyed = new int[hashes.length];
    int headBytes = numbers.getInt();
    numbers.asIntBuffer().get(begins).get(hashes).get(keyed);
    int from = 4 * (3 + begins.length + 2 * hashes.length);
    CompactBytes.Reader head = new CompactBytes.Reader(bytes, from);
    String version = head.text();
    Map<ListingId, ListingId> former = new HashMap<>();
    for (int left = head.number(); left > 0; left--) {
      former.put(ListingId.parse(head.text()), ListingId.parse(head.text()));
    }
    Issuers issuers = new Issuers(bytes, from + headBytes, begins, hashes, keyed);
    return new Securities(version, issuers, issuers::under, former);
  }

  /** Reads an issuer when it is asked for, and keeps it. */
  private static final class Issuers extends AbstractList<Issuer> implements RandomAccess {
    private final byte[] bytes;
    private final int from;
    private final int[] begins;
    private final int[] hashes;
    private final int[] keyed;
    private final AtomicReferenceArray<@Nullable Issuer> read;

    Issuers(byte[] bytes, int from, int[] begins, int[] hashes, int[] keyed) {
      this.bytes = bytes;
      this.from = from;
      this.begins = begins;
      this.hashes = hashes;
      this.keyed = keyed;
      this.read = new AtomicReferenceArray<>(begins.length);
    }

    @Override
    public Issuer get(int index) {
      Issuer known = read.get(index);
      if (known != null) {
        return known;
      }
      Issuer issuer = new CompactBytes.Reader(bytes, from + begins[index]).issuer();
      // of two threads that read it at once, both get the one that was kept
      return read.compareAndSet(index, null, issuer) ? issuer : get(index);
    }

    @Override
    public int size() {
      return begins.length;
    }

    /** In the master's order; another key may have the same hash. */
    List<Issuer> under(String key) {
      int hash = hash(key);
      int at = Arrays.binarySearch(hashes, hash);
      if (at < 0) {
        return List.of();
      }
      while (at > 0 && hashes[at - 1] == hash) {
        at--;
      }
      List<Issuer> found = new ArrayList<>(2);
      for (; at < hashes.length && hashes[at] == hash; at++) {
        found.add(get(keyed[at]));
      }
      return found;
    }
  }
}
