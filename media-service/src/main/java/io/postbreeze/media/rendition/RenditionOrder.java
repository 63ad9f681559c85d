package io.postbreeze.media.rendition;

import io.postbreeze.media.picture.Fit;
import java.util.List;

/**
 * Photos to be made ready.
 *
 * @param workspaceId whose photos
 * @param mediaIds which ones, in order
 * @param fit how they are brought to size
 */
record RenditionOrder(String workspaceId, List<String> mediaIds, Fit fit) {}
