import type { Page } from "@playwright/test";

/** Answers that a page waits for. */
export interface HeldBack {
  /** Fulfilled once the page has asked. */
  readonly asked: Promise<unknown>;
  /** Lets the answers go; fulfilled once the page has read one and done with it what it does. */
  answer(): Promise<void>;
}

/** Holds back what the page asks of addresses of a pattern, query included, from now on. */
export async function holdBack(page: Page, address: RegExp): Promise<HeldBack> {
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.evaluate(() => {
    const { parseFromString } = DOMParser.prototype;
    DOMParser.prototype.parseFromString = function (...given) {
      Object.assign(window, { hasRead: true });
      return parseFromString.apply(this, given);
    };
  });
  await page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return {
    asked: page.waitForRequest(address),
    async answer() {
      go();
      await page.waitForFunction(() => "hasRead" in window);
    },
  };
}
