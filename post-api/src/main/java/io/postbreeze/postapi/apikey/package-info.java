/** API keys: who may call, and the first one of all. */
@NullMarked
package io.postbreeze.postapi.apikey;

import org.jspecify.annotations.NullMarked;
