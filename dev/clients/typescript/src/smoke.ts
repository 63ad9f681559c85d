/** One walk through the API with the generated types: accounts, upload, draft, get, list, a typed error. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { postbreeze, type PostRequest } from "./client.js";

function environment(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is set`);
  return value;
}

const api = postbreeze(environment("POSTBREEZE_API"), environment("POSTBREEZE_API_KEY"));
const video = await readFile(environment("POSTBREEZE_SAMPLE"));

const accounts = await api.GET("/api/v1/social-accounts");
const account = accounts.data?.find((candidate) => candidate.status === "ACTIVE");
assert.ok(account, `an account is connected: ${JSON.stringify(accounts.error)}`);

const upload = await api.POST("/api/v1/media/presign", {
  body: { filename: "clip.mp4", contentType: "video/mp4", bytes: video.byteLength },
});
assert.ok(upload.data, JSON.stringify(upload.error));
const put = await fetch(upload.data.uploadUrl, { method: "PUT", headers: upload.data.headers, body: video });
assert.equal(put.status, 200);
const media = await api.GET("/api/v1/media/{id}", { params: { path: { id: upload.data.mediaAsset.id } } });
assert.equal(media.data?.status, "READY");

const draft = {
  content: "From the TypeScript client",
  mediaIds: [upload.data.mediaAsset.id],
  platforms: [
    { accountId: account.id, platformOptions: { platform: account.platform, privacy: "SELF_ONLY" } },
  ],
} satisfies PostRequest;
const created = await api.POST("/api/v1/posts", { body: draft });
assert.ok(created.data, JSON.stringify(created.error));
assert.equal(created.data.status, "DRAFT");

const found = await api.GET("/api/v1/posts/{id}", { params: { path: { id: created.data.id } } });
assert.equal(found.data?.targets[0]?.platformOptions.privacy, "SELF_ONLY");
assert.equal(found.data?.scheduledAt, null);

const refused = await api.POST("/api/v1/posts", { body: { ...draft, content: "x".repeat(2201) } });
assert.equal(refused.response.status, 422);
assert.equal(refused.error?.code, "TT_CAPTION_TOO_LONG");
assert.equal(refused.error?.details?.[0]?.path, "content");

console.log(`SMOKE OK ${created.data.id}`);
