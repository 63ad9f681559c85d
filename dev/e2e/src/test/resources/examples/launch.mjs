import Postbreeze from "@postbreeze/node";

const postbreeze = new Postbreeze({ apiKey: process.env.POSTBREEZE_API_KEY });

const post = await postbreeze.posts.create({
  content: "Behind the scenes from launch week ✨",
  scheduledFor: new Date(Date.now() + 60_000).toISOString(),
  mediaIds: ["med_video_…"],
  platforms: [
    {
      accountId: "soc_tiktok_…",
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

console.log("Scheduled:", post.id);
