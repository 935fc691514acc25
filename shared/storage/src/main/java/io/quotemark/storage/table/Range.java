package io.quotemark.storage.table;

import org.jspecify.annotations.Nullable;

/**
 * Items of one partition, in order of their sort keys.
 *
 * @param from smallest sort key, inclusive; null for the first there is
 * @param to largest sort key, inclusive; null for the last there is
 * @param limit items at most
 * @param index null for the table itself
 * @param consistent whether writes before it are seen in any case, at twice the cost; no index can
 */
public record Range(
    String pk,
    @Nullable String from,
    @Nullable String to,
    boolean descending,
    int limit,
    Schema.@Nullable Index index,
    boolean consistent) {
  /** All of a partition. */
  public static Range of(String pk) {
    return new Range(pk, null, null, false, Integer.MAX_VALUE, null, false);
  }

  public Range between(@Nullable String least, @Nullable String most) {
    return new Range(pk, least, most, descending, limit, index, consistent);
  }

  /** Those whose sort keys begin with the prefix. */
  public Range family(Schema.Family family) {
    return between(family.prefix(), family.end());
  }

  public Range descending(boolean last) {
    return new Range(pk, from, to, last, limit, index, consistent);
  }

  public Range limit(int most) {
    return new Range(pk, from, to, descending, most, index, consistent);
  }

  public Range in(Schema.Index other) {
    return new Range(pk, from, to, descending, limit, other, consistent);
  }

  public Range consistently() {
    return new Range(pk, from, to, descending, limit, index, true);
  }
}
