/** Which posts are watched: begun by the publisher's events, ended by nothing yet. */
@NullMarked
package io.postbreeze.analytics.tracking;

import org.jspecify.annotations.NullMarked;
