/**
 * Routing, parameters, problem documents and conditional answers: what every route of the endpoint
 * shares.
 */
@NullMarked
package io.quotemark.serve.http;

import org.jspecify.annotations.NullMarked;
