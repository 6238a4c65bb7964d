import { expect, it } from "vitest";
import { markSprite } from "./marks.js";

it("writes coordinates as one would by hand", () => {
  const sprite = String(markSprite());
  expect(sprite).toContain('<path d="M11.8 .8h7.8v8.4h-7.8z"/>');
  expect(sprite.match(/\d*\.\d{2,}/g)).toBeNull();
});
