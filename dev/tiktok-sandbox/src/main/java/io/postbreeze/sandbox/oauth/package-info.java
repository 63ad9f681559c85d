/** Login Kit: consent, codes, tokens. */
@NullMarked
package io.postbreeze.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
