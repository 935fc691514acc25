package io.quotemark.storage.table;

/** Key of an item. */
public record Key(String pk, String sk) {}
