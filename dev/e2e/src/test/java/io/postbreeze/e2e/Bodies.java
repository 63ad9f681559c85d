package io.postbreeze.e2e;

/** Requests as the documentation shows them. */
final class Bodies {
    private Bodies() {}

    static String flat(String caption, String mediaId, String accountId, String privacy) {
        return """
                {
                  "content": "%s",
                  "publishNow": true,
                  "mediaIds": ["%s"],
                  "platforms": [{
                    "accountId": "%s",
                    "platformOptions": {
                      "platform": "TIKTOK_PERSONAL",
                      "privacy": "%s",
                      "allowComments": true,
                      "allowDuet": false,
                      "allowStitch": false,
                      "autoAddMusic": false,
                      "brandOrganicToggle": false,
                      "brandContentToggle": false
                    }
                  }]
                }""".formatted(caption, mediaId, accountId, privacy);
    }

    static String nested(String caption, String mediaId, String accountId, String time) {
        return """
                {
                  "caption": "%s",
                  "scheduledAt": "%s",
                  "mediaIds": ["%s"],
                  "targets": [{
                    "socialAccountId": "%s",
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
                }""".formatted(caption, time, mediaId, accountId);
    }
}
