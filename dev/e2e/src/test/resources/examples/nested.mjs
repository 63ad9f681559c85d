const post = await postbreeze.posts.create({
  caption: "Behind the scenes from launch week ✨",
  scheduledAt: new Date(Date.now() + 60_000).toISOString(),
  mediaIds: ["med_video_…"],
  targets: [
    {
      socialAccountId: "soc_tiktok_…",
      platformOptions: {
        platform: "TIKTOK_PERSONAL",
        privacy: "PUBLIC_TO_EVERYONE",
        allowComments: true,
        allowDuet: false,
        allowStitch: false,
        autoAddMusic: false,
        brandOrganicToggle: false,
        brandContentToggle: false,
      },
    },
  ],
});
