package io.postbreeze.media.asset;

/**
 * An upload in parts that has begun.
 *
 * @param mediaAsset what the file becomes; its id names the upload
 * @param partBytes size of every part but the last
 * @param partCount how many parts there are
 */
public record MultipartAnswer(AssetView mediaAsset, long partBytes, int partCount) {}
