/** The sandbox's own side: its page and its ledger. Never below /v2. */
@NullMarked
package io.postbreeze.sandbox.admin;

import org.jspecify.annotations.NullMarked;
