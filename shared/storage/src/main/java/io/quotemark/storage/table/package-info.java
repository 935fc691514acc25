/** The one adapter to DynamoDB, and the schema of both tables (docs/storage.md). */
@NullMarked
package io.quotemark.storage.table;

import org.jspecify.annotations.NullMarked;
