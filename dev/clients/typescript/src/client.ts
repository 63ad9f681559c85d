import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.js";

/** A post in either shape. */
export type PostRequest = components["schemas"]["PostRequest"];

/** What every answer is that is not a success. */
export type PostbreezeError = components["schemas"]["Error"];

/**
 * A client of one Postbreeze.
 *
 * @param baseUrl address without /api/v1, such as https://api.postbreeze.example
 * @param apiKey pb_live_…
 */
export function postbreeze(baseUrl: string, apiKey: string): Client<paths> {
  return createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${apiKey}` } });
}
