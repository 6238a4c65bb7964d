import type { Hono } from "hono";
import { expect } from "vitest";

/** How many rows the answer holds that an address has in the API, or entries where it is a list without a question. */
export async function rowsAt(app: Hono, address: string): Promise<number> {
  const [path = ""] = address.split("#");
  const answer = await app.request(`/api/v1${path}`);
  expect(answer.status, path).toBe(200);
  const { page, mappings, frameworks } = (await answer.json()) as {
    readonly page?: { readonly matching: number };
    readonly mappings?: readonly unknown[];
    readonly frameworks?: readonly unknown[];
  };
  return page?.matching ?? (mappings ?? frameworks)?.length ?? -1;
}
