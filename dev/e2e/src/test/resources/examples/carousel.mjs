const post = await postbreeze.posts.create({
  content: "Trip recap — best moments from the weekend",
  scheduledFor: new Date(Date.now() + 30_000).toISOString(),
  mediaIds: ["med_photo_1", "med_photo_2", "med_photo_3"],
  platforms: [{
    accountId: "soc_tiktok_…",
    platformOptions: {
      platform: "TIKTOK_PERSONAL",
      privacy: "PUBLIC_TO_EVERYONE",
      allowComments: true,
      allowDuet: false,
      allowStitch: false,
      autoAddMusic: true,
      brandOrganicToggle: false,
      brandContentToggle: false,
      photoTitle: "Trip recap",
    },
  }],
});
