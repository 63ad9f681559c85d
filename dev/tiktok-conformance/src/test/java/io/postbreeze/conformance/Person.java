package io.postbreeze.conformance;

/** A creator of one case, with tokens for everything. */
record Person(String openId, String handle, String token) {}
