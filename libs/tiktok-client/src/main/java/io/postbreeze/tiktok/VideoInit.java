package io.postbreeze.tiktok;

/**
 * The request that opens the direct post of one video.
 *
 * @param post how it shall appear
 * @param upload how the bytes will come
 */
public record VideoInit(PostInfo post, FileUpload upload) {}
