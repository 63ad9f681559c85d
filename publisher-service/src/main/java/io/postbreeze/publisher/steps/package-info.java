/** Carries out the effects that the machine asks for, against TikTok, media-service and post-api. */
@NullMarked
package io.postbreeze.publisher.steps;

import org.jspecify.annotations.NullMarked;
