/**
 * The Model Context Protocol for assistants, without sessions: {@code POST /mcp}. Revision
 * 2026-07-28, in which each request says all about itself, and the revisions with a handshake from
 * 2025-03-26 on. The tools are operations of the API; {@code tools.json} is made from {@code
 * openapi.json}.
 */
@NullMarked
package io.quotemark.serve.mcp;

import org.jspecify.annotations.NullMarked;
