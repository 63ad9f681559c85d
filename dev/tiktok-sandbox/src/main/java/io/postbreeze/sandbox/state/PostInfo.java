package io.postbreeze.sandbox.state;

/**
 * What the creator said about a post.
 *
 * @param caption the title sent, empty when none was
 * @param privacyLevel TikTok's word for who may see it
 * @param commentDisabled as asked for, or forced by the account
 * @param duetDisabled as asked for, or forced by the account
 * @param stitchDisabled as asked for, or forced by the account
 * @param brandContent paid partnership
 * @param brandOrganic own brand
 * @param aiGenerated labelled as made by AI
 */
public record PostInfo(
        String caption,
        String privacyLevel,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        boolean brandContent,
        boolean brandOrganic,
        boolean aiGenerated) {}
