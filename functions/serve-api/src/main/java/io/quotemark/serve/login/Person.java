package io.quotemark.serve.login;

import io.quotemark.serve.http.Access;

/**
 * Whom a token is about.
 *
 * @param subject as the provider numbers its people; nobody else has it
 * @param name to show
 * @param access what the roles in the token allow
 */
record Person(String subject, String name, Access access) {}
