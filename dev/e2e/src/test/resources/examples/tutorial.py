res = requests.post(
    f"{API}/posts",
    headers={"Authorization": f"Bearer {os.environ['POSTBREEZE_API_KEY']}"},
    json={
        "content": "Quick tutorial #1",
        "scheduledFor": (datetime.now(timezone.utc) + timedelta(seconds=30)).isoformat(),
        "mediaIds": ["med_video_…"],
        "platforms": [{
            "accountId": "soc_tiktok_…",
            "platformOptions": {
                "platform": "TIKTOK_PERSONAL",
                "privacy": "PUBLIC_TO_EVERYONE",
                "allowComments": True,
                "allowDuet": True,
                "allowStitch": True,
                "autoAddMusic": False,
                "brandOrganicToggle": False,
                "brandContentToggle": False,
            },
        }],
    },
)
res.raise_for_status()
