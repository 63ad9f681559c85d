res = requests.post(
    f"{API}/posts",
    headers={"Authorization": f"Bearer {os.environ['POSTBREEZE_API_KEY']}"},
    json={
        "content": "Trip recap — best moments from the weekend",
        "scheduledFor": (datetime.now(timezone.utc) + timedelta(seconds=30)).isoformat(),
        "mediaIds": ["med_photo_1", "med_photo_2", "med_photo_3"],
        "platforms": [{
            "accountId": "soc_tiktok_…",
            "platformOptions": {
                "platform": "TIKTOK_PERSONAL",
                "privacy": "PUBLIC_TO_EVERYONE",
                "allowComments": True,
                "allowDuet": False,
                "allowStitch": False,
                "autoAddMusic": True,
                "brandOrganicToggle": False,
                "brandContentToggle": False,
                "photoTitle": "Trip recap",
            },
        }],
    },
)
res.raise_for_status()
