package io.postbreeze.offences.names;

class PostManager {}
