package io.quotemark.storage.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The few things done to the table: strongly consistent reads, optimistic writes, ordered queries.
 */
public final class Table {
  /** As often as an item that others write too is read and written. */
  private static final int MOST_TRIES = 8;

  private final DynamoDbClient client;
  private final String name;

  /** Entries that this process has written and nobody deletes: the greatest number under each. */
  private final Remembered remembered = new Remembered();

  public Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * Does anew what found an item changed, since it read it: many entries of one bundle, and the
   * same article twice in one batch, get in each other's way.
   *
   * @throws Changed where others go on writing it
   */
  public static <T> T amongOthers(Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (Changed e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Somebody else wrote the item since it was read, or the answer to one's own write was lost.
   * Either way what is begun anew ({@link #amongOthers}, or with the next delivery of the message)
   * finds what is there.
   */
  public static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed(Item item, Throwable cause) {
      super(
          "item "
              + item.text(Schema.PK)
              + " "
              + item.text(Schema.SK)
              + " was changed meanwhile; to be tried again",
          cause);
    }
  }

  public Optional<Item> get(String pk, String sk) {
    Map<String, AttributeValue> found =
        client
            .getItem(
                GetItemRequest.builder()
                    .tableName(name)
                    .key(Item.key(pk, sk))
                    .consistentRead(true)
                    .build())
            .item();
    return found.isEmpty() ? Optional.empty() : Optional.of(Item.of(found));
  }

  /**
   * Writes the item if it is still as it was when it was read.
   *
   * @throws Changed where it is not
   */
  public void replace(Item item, @Nullable Item read) {
    try {
      replaceOrThrow(item, revision(read));
    } catch (ConditionalCheckFailedException e) {
      throw new Changed(item, e);
    }
  }

  /**
   * The same.
   *
   * @return whether it is written; false where another wrote since
   */
  public boolean replaceIfSame(Item item, @Nullable Item read) {
    return replaceIfSame(item, revision(read));
  }

  /**
   * The same.
   *
   * @param read revision of the item as it was read, 0 where there was none
   */
  public boolean replaceIfSame(Item item, long read) {
    try {
      replaceOrThrow(item, read);
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  private static long revision(@Nullable Item read) {
    return read == null ? 0 : read.number(Attributes.REVISION);
  }

  private void replaceOrThrow(Item item, long revision) {
    item.number(Attributes.REVISION, revision + 1);
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(name).item(item.values());
    if (revision == 0) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#rev = :rev")
          .expressionAttributeNames(Map.of("#rev", Attributes.REVISION))
          .expressionAttributeValues(Map.of(":rev", AttributeValue.fromN(Long.toString(revision))));
    }
    client.putItem(put.build());
  }

  /**
   * Writes an item that is told from another state of itself by one of its texts.
   *
   * @param attribute such a text
   * @param read its value as it was read; null where there was no item
   * @return whether it is written; false where another wrote since
   */
  public boolean putIfSame(Item item, String attribute, @Nullable String read) {
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(name).item(item.values());
    if (read == null) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#name = :read")
          .expressionAttributeNames(Map.of("#name", attribute))
          .expressionAttributeValues(Map.of(":read", AttributeValue.fromS(read)));
    }
    try {
      client.putItem(put.build());
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  /**
   * Writes an item unless there is one under its key.
   *
   * @return whether it is written
   */
  public boolean putIfAbsent(Item item) {
    return putIfSame(item, Schema.PK, null);
  }

  /**
   * Takes attributes out of an item whose text is still as it was read.
   *
   * @return whether they are out; false where another wrote since
   */
  public boolean removeIfSame(Key key, List<String> removed, String attribute, String read) {
    try {
      client.updateItem(request ->
          request
              .tableName(name)
              .key(Item.key(key.pk(), key.sk()))
              .updateExpression("REMOVE " + String.join(", ", removed))
              .conditionExpression("#name = :read")
              .expressionAttributeNames(Map.of("#name", attribute))
              .expressionAttributeValues(Map.of(":read", AttributeValue.fromS(read))));
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  /**
   * The same where it differs from what was read.
   *
   * @return the item that is there now
   * @throws Changed where it is not as it was read
   */
  public Item update(Item item, @Nullable Item read) {
    if (read != null && item.sameAs(read)) {
      return read;
    }
    replace(item, read);
    return item;
  }

  /**
   * Writes the item if there is none under its key.
   *
   * @return the item that is there and stays, which may be this one where the answer to an attempt
   *     was lost; empty where this one was written
   */
  public Optional<Item> putNew(Item item) {
    item.number(Attributes.REVISION, 1);
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(name)
              .item(item.values())
              .conditionExpression("attribute_not_exists(pk)")
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new Changed(item, e);
      }
      return Optional.of(Item.of(e.item()));
    }
  }

  /**
   * Writes an item whose content follows from its key and what it is derived from, so that twice is
   * once.
   */
  public void put(Item item) {
    client.putItem(b -> b.tableName(name).item(item.values()));
  }

  /**
   * Writes an entry that consists of its key and that nobody deletes, once in the life of this
   * process: a write unit saved for each article of a source after the first.
   */
  public void putOnce(Item item) {
    if (!remembered.has(item, 0)) {
      put(item);
      remembered.add(item, 0);
    }
  }

  /** The same for an entry with a number that only grows. */
  public void growOnce(Item item, String number) {
    long value = item.number(number);
    if (!remembered.has(item, value)) {
      putIfGreater(item, number);
      remembered.add(item, value);
    }
  }

  /** Writes an item unless the one that is there has at least as great a number under the name. */
  public void putIfGreater(Item item, String number) {
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(name)
              .item(item.values())
              .conditionExpression("attribute_not_exists(pk) or #n < :n")
              .expressionAttributeNames(Map.of("#n", number))
              .expressionAttributeValues(
                  Map.of(":n", AttributeValue.fromN(Long.toString(item.number(number)))))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // what is there stays longer than this would: that is what was asked for
    }
  }

  /**
   * Items of many partitions at once, strongly consistent; those that there are, by partition.
   *
   * @param attributes wanted beside the partition
   */
  public Map<String, Item> read(Collection<String> partitions, String sk, List<String> attributes) {
    return new BatchReader(client, name).read(partitions, sk, attributes);
  }

  /**
   * Writes and deletes many items at once, in no order; twice is once.
   *
   * @param put of keys of their own, whose content follows from them and what they derive from
   * @param delete other keys
   */
  public void write(Collection<Item> put, Collection<Key> delete) {
    new BatchWriter(client, name).write(put, delete);
  }

  public void delete(String pk, String sk) {
    client.deleteItem(b -> b.tableName(name).key(Item.key(pk, sk)));
  }

  /** Items of the range in order, at most its limit, whatever number of pages that takes. */
  public List<Item> query(Range range) {
    return new RangeReader(client, name).read(range);
  }
}
