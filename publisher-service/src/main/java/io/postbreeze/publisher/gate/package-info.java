/** TikTok's rate limits per account, kept in the database so that all replicas count together. */
@NullMarked
package io.postbreeze.publisher.gate;

import org.jspecify.annotations.NullMarked;
