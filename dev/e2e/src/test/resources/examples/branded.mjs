await postbreeze.posts.create({
  content: "Loving the new gear from @brand — link in bio 🎒 #ad",
  scheduledFor: new Date(Date.now() + 60_000).toISOString(),
  mediaIds: ["med_video_…"],
  platforms: [{
    accountId: "soc_tiktok_…",
    platformOptions: {
      platform: "TIKTOK_PERSONAL",
      privacy: "PUBLIC_TO_EVERYONE", // required when brandContentToggle is true
      allowComments: true,
      allowDuet: true,
      allowStitch: true,
      autoAddMusic: false,
      brandOrganicToggle: false,
      brandContentToggle: true, // "Branded content" disclosure
    },
  }],
});
