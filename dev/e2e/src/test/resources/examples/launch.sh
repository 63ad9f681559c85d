curl -X POST https://api.postbreeze.ai/api/v1/posts \
  -H "Authorization: Bearer $POSTBREEZE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "content": "Behind the scenes from launch week ✨",
    "scheduledFor": "2026-06-02T12:00:00Z",
    "mediaIds": ["med_video_…"],
    "platforms": [{
      "accountId": "soc_tiktok_…",
      "platformOptions": {
        "platform": "TIKTOK_PERSONAL",
        "privacy": "PUBLIC_TO_EVERYONE",
        "allowComments": true,
        "allowDuet": false,
        "allowStitch": false,
        "autoAddMusic": false,
        "brandOrganicToggle": false,
        "brandContentToggle": false
      }
    }]
  }'
