/** How fast the sandbox takes videos, beside a server that throws all bytes away. */
@NullMarked
package io.postbreeze.bench.upload;

import org.jspecify.annotations.NullMarked;
