/** Misbehaviour on command. */
@NullMarked
package io.postbreeze.sandbox.fault;

import org.jspecify.annotations.NullMarked;
