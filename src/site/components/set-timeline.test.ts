import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { homePage } from "../pages/home.js";
import { homeView } from "../views/home.js";

const view = homeView(embeddedKnowledge());
const [table = ""] = /<div class="set-timeline.*?<\/table>/s.exec(String(homePage(view).body)) ?? [];
const textOf = (html: string) => html.replace(/<[^>]+>/g, "").trim();
const lines = [...table.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, head = "", cells = ""]) => ({
  head: textOf(head),
  seen: textOf(head.replace(/<span class="visually-hidden">.*?<\/span>/g, "")),
  links: [...cells.matchAll(/<a [^>]*href="([^"]+)">(.*?)<\/a>/g)].map(([, href, text = ""]) => [href, textOf(text)]),
  cells: cells.match(/<td>/g)?.length,
}));

it("each line says of which domain or version it is, to eyes and to ears", () => {
  expect(lines.map(({ head }) => head)).toEqual([
    "AWS",
    "Azure",
    "CRI Profile",
    "CSA CCM",
    "Google Cloud",
    "Intel vPro",
    "KEV Enterprise",
    "KEV Mobile",
    "M365",
    "NIST 800-53 rev5",
    "NIST 800-53 rev4",
    "VERIS Enterprise",
    "VERIS Mobile",
    "VERIS ICS",
  ]);
  expect(lines.filter(({ head, seen }) => head !== seen).map(({ seen }) => seen)).toEqual([
    "Mobile",
    "rev4",
    "Mobile",
    "ICS",
  ]);
});

it("every set stands once, and its link says which it is", () => {
  const words = view.sets.map(({ id, rows, frameworkVersion, domain }) => [
    hrefs.set(id),
    `${rows.toLocaleString("en")} rows of ${frameworkVersion} ${domainNames[domain]}`,
  ]);
  expect(lines.flatMap(({ links }) => links).sort()).toEqual(words.sort());
  expect(new Set(lines.map(({ cells }) => cells)).size).toBe(1);
});
