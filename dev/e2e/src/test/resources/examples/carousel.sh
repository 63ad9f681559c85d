curl -X POST https://api.postbreeze.ai/api/v1/posts \
  -H "Authorization: Bearer $POSTBREEZE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "content": "Trip recap — best moments from the weekend",
    "scheduledFor": "2026-06-02T12:00:30Z",
    "mediaIds": ["med_photo_1","med_photo_2","med_photo_3"],
    "platforms": [{
      "accountId": "soc_tiktok_…",
      "platformOptions": {
        "platform": "TIKTOK_PERSONAL",
        "privacy": "PUBLIC_TO_EVERYONE",
        "allowComments": true,
        "allowDuet": false,
        "allowStitch": false,
        "autoAddMusic": true,
        "brandOrganicToggle": false,
        "brandContentToggle": false,
        "photoTitle": "Trip recap"
      }
    }]
  }'
