package io.postbreeze.media.inspection;

/** What an inspection found: facts about a video or a photo, or the reason why the file is neither. */
public sealed interface Verdict permits MediaFacts, Rejection {}
