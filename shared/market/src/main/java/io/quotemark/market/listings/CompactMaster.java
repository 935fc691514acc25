package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.IssuerKey;
import io.quotemark.securities.Securities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
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
 * <p>Three numbers (issuers, keys, bytes before the first issuer), the length of each issuer (two
 * bytes), how many {@link IssuerKey keys} each of {@value #BUCKETS} buckets of hashes has (a byte),
 * the rest of each hash (a byte) in order and the number of its issuer (two), then version, former
 * tickers and the issuers ({@link CompactBytes}).
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

  private static final int REST_BITS = 8;
  private static final int BUCKETS = 1 << 14;
  private static final int MOST = 0xFF;

  /**
   * @param hash of a key: bucket, then rest
   */
  private record Entry(int hash, int issuer) {
    int bucket() {
      return hash >>> REST_BITS;
    }
  }

  /** 22 bits: hashes hardly compress, and of fifty words that name nobody one is looked at. */
  private static int hash(String key) {
    return (key.hashCode() * MIX) >>> 10; // mixed, for tickers differ in their last letter
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
    char[] lengths = new char[issuers.size()];
    Set<Entry> found = new HashSet<>();
    CompactBytes.Writer body = new CompactBytes.Writer();
    for (int i = 0; i < lengths.length; i++) {
      int begin = body.size();
      body.issuer(issuers.get(i));
      lengths[i] = (char) (body.size() - begin);
      for (String key : IssuerKey.of(issuers.get(i))) {
        found.add(new Entry(hash(key), i));
      }
    }
    List<Entry> entries = new ArrayList<>(found);
    entries.sort(Comparator.comparingInt(Entry::hash).thenComparingInt(Entry::issuer));
    if (lengths.length > 1 << Character.SIZE) {
      throw new IllegalStateException(lengths.length + " issuers are more than two bytes count");
    }
    byte[] counts = new byte[BUCKETS];
    for (Entry entry : entries) {
      if (Byte.toUnsignedInt(counts[entry.bucket()]++) == MOST) {
        throw new IllegalStateException("a bucket of hashes has more keys than a byte counts");
      }
    }
    ByteBuffer numbers =
        ByteBuffer.allocate(4 * 3 + 2 * lengths.length + BUCKETS + 3 * entries.size());
    numbers.putInt(lengths.length).putInt(entries.size()).putInt(head.size());
    for (char length : lengths) {
      numbers.putChar(length);
    }
    numbers.put(counts);
    entries.forEach(entry -> numbers.put((byte) entry.hash()));
    entries.forEach(entry -> numbers.putChar((char) entry.issuer()));
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
    char[] lengths = new char[numbers.getInt()];
    byte[] rests = new byte[numbers.getInt()];
    char[] keyed = new char[rests.length];
    byte[] counts = new byte[BUCKETS];
    int headBytes = numbers.getInt();
    numbers.asCharBuffer().get(lengths);
    numbers.position(numbers.position() + 2 * lengths.length);
    numbers.get(counts).get(rests);
    numbers.asCharBuffer().get(keyed);
    int from = numbers.position() + 2 * keyed.length;
    CompactBytes.Reader head = new CompactBytes.Reader(bytes, from);
    String version = head.text();
    Map<ListingId, ListingId> former = new HashMap<>();
    for (int left = head.number(); left > 0; left--) {
      former.put(ListingId.parse(head.text()), ListingId.parse(head.text()));
    }
    Issuers issuers =
        new Issuers(bytes, from + headBytes, lengths, new Index(counts, rests, keyed));
    return new Securities(version, issuers, issuers::under, former);
  }

  /** Reads an issuer when it is asked for, and keeps it. */
  private static final class Issuers extends AbstractList<Issuer> implements RandomAccess {
    private final byte[] bytes;
    private final int[] begins;
    private final Index index;
    private final AtomicReferenceArray<@Nullable Issuer> read;

    Issuers(byte[] bytes, int from, char[] lengths, Index index) {
      this.bytes = bytes;
      this.begins = new int[lengths.length];
      int begin = from;
      for (int i = 0; i < lengths.length; i++) {
        begins[i] = begin;
        begin += lengths[i];
      }
      this.index = index;
      this.read = new AtomicReferenceArray<>(begins.length);
    }

    @Override
    public Issuer get(int index) {
      Issuer known = read.get(index);
      if (known != null) {
        return known;
      }
      Issuer issuer = new CompactBytes.Reader(bytes, begins[index]).issuer();
      // of two threads that read it at once, both get the one that was kept
      return read.compareAndSet(index, null, issuer) ? issuer : get(index);
    }

    @Override
    public int size() {
      return begins.length;
    }

    /** In the master's order; another key may have the same hash. */
    List<Issuer> under(String key) {
      List<Issuer> found = new ArrayList<>(2);
      int hash = hash(key);
      int end = index.begins[(hash >>> REST_BITS) + 1];
      for (int at = index.begins[hash >>> REST_BITS]; at < end; at++) {
        if (index.rests[at] == (byte) hash) {
          found.add(get(index.keyed[at]));
        }
      }
      return found;
    }
  }

  /** Where the keys of each bucket begin, the rest of their hashes and their issuers. */
  private static final class Index {
    private final int[] begins = new int[BUCKETS + 1];
    private final byte[] rests;
    private final char[] keyed;

    Index(byte[] counts, byte[] rests, char[] keyed) {
      this.rests = rests;
      this.keyed = keyed;
      for (int i = 0; i < counts.length; i++) {
        begins[i + 1] = begins[i] + Byte.toUnsignedInt(counts[i]);
      }
    }
  }
}
