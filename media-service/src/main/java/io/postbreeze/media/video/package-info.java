/** What ffmpeg makes of videos: posters, and repaired copies. */
@NullMarked
package io.postbreeze.media.video;

import org.jspecify.annotations.NullMarked;
