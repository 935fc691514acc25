/**
 * {@code AuthMode} Login: people sign in at an OpenID provider. Nothing here is loaded in another
 * mode.
 */
@org.jspecify.annotations.NullMarked
package io.quotemark.serve.login;
