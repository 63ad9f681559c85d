/**
 * The whole system on one machine with one command: servers and gateway in this JVM, sandbox and services as children.
 */
@NullMarked
package io.postbreeze.localstack;

import org.jspecify.annotations.NullMarked;
