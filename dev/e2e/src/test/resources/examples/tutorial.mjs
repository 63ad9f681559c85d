const post = await postbreeze.posts.create({
  content: "Quick tutorial #1",
  scheduledFor: new Date(Date.now() + 30_000).toISOString(),
  mediaIds: ["med_video_…"],
  platforms: [{
    accountId: "soc_tiktok_…",
    platformOptions: {
      platform: "TIKTOK_PERSONAL",
      privacy: "PUBLIC_TO_EVERYONE",
      allowComments: true,
      allowDuet: true,
      allowStitch: true,
      autoAddMusic: false,
      brandOrganicToggle: false,
      brandContentToggle: false,
    },
  }],
});
