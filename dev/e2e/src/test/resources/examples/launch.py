import os
from datetime import datetime, timedelta, timezone
import requests

API = "https://api.postbreeze.ai/api/v1"

scheduled_for = (datetime.now(timezone.utc) + timedelta(seconds=60)).isoformat()
res = requests.post(
    f"{API}/posts",
    headers={"Authorization": f"Bearer {os.environ['POSTBREEZE_API_KEY']}"},
    json={
        "content": "Behind the scenes from launch week ✨",
        "scheduledFor": scheduled_for,
        "mediaIds": ["med_video_…"],
        "platforms": [{
            "accountId": "soc_tiktok_…",
            "platformOptions": {
                "platform": "TIKTOK_PERSONAL",
                "privacy": "PUBLIC_TO_EVERYONE",
                "allowComments": True,
                "allowDuet": False,
                "allowStitch": False,
                "autoAddMusic": False,
                "brandOrganicToggle": False,
                "brandContentToggle": False,
            },
        }],
    },
)
res.raise_for_status()
post = res.json()
print("Scheduled:", post)
