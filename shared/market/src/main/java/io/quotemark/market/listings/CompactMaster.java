package io.quotemark.market.listings;

import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The shipped master in the form that functions load: joined when the project is built, read issuer
 * by issuer as they are asked for. The data files stay the source; the build writes this from them
 * by {@link #main}, and a test holds that it says the same.
 *
 * <p>Three numbers (issuers, slots, bytes before the first issuer), where each issuer begins, a
 * hash table of listing ids with the number of their issuer and one, then version, former tickers
 * and the issuers ({@link CompactBytes}).
 */
final class CompactMaster {
  static final String RESOURCE = "master.bin";

  /** Slots are at least three times the listings, so that few share one. */
  private static final int SLOTS = 1 << 14;

  private CompactMaster() {}

  /** Writes the form of the data files to the file named. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, write(MasterFile.fromDataFiles()));
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
    int[] slots = new int[SLOTS];
    int[] begins = new int[issuers.size()];
    CompactBytes.Writer body = new CompactBytes.Writer();
    for (int i = 0; i < begins.length; i++) {
      begins[i] = body.size();
      body.issuer(issuers.get(i));
      for (Listing listing : issuers.get(i).listings()) {
        int slot = slot(listing.id());
        while (slots[slot] != 0) {
          slot = (slot + 1) % SLOTS;
        }
        slots[slot] = i + 1;
      }
    }
    ByteBuffer numbers = ByteBuffer.allocate(4 * (3 + begins.length + SLOTS));
    numbers.putInt(begins.length).putInt(SLOTS).putInt(head.size());
    numbers.asIntBuffer().put(begins).put(slots);
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
    int[] slots = new int[numbers.getInt()];
    int headBytes = numbers.getInt();
    numbers.asIntBuffer().get(begins).get(slots);
    int from = 4 * (3 + begins.length + slots.length);
    CompactBytes.Reader head = new CompactBytes.Reader(bytes, from);
    String version = head.text();
    Map<ListingId, ListingId> former = new HashMap<>();
    for (int left = head.number(); left > 0; left--) {
      former.put(ListingId.parse(head.text()), ListingId.parse(head.text()));
    }
    Issuers issuers = new Issuers(bytes, from + headBytes, begins, slots);
    return new Securities(version, issuers, issuers::owning, former);
  }

  private static int slot(ListingId id) {
    int hash = id.hashCode();
    return (hash ^ (hash >>> 14)) & (SLOTS - 1);
  }

  /** Reads an issuer when it is asked for, and keeps it. */
  private static final class Issuers extends AbstractList<Issuer> implements RandomAccess {
    private final byte[] bytes;
    private final int from;
    private final int[] begins;
    private final int[] slots;
    private final AtomicReferenceArray<@Nullable Issuer> read;

    Issuers(byte[] bytes, int from, int[] begins, int[] slots) {
      this.bytes = bytes;
      this.from = from;
      this.begins = begins;
      this.slots = slots;
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

    @Nullable Issuer owning(ListingId id) {
      for (int slot = slot(id); slots[slot] != 0; slot = (slot + 1) % slots.length) {
        Issuer issuer = get(slots[slot] - 1);
        for (Listing listing : issuer.listings()) {
          if (listing.id().equals(id)) {
            return issuer;
          }
        }
      }
      return null;
    }
  }
}
