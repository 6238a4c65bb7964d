import type { ReleaseView } from "../../attack/release-view.js";
import type { AttackObject } from "../../model/attack.js";
import type { KnowledgeBase } from "../knowledge-base.js";
import { dataTable } from "./data-table.js";

interface Item {
  readonly release: ReleaseView;
  readonly user: AttackObject;
  readonly technique: AttackObject;
}

const users = ["group", "malware", "tool", "campaign"] as const;

function* items(kb: KnowledgeBase): Generator<Item> {
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    for (const version of timeline.releases) {
      const release = timeline.at(version);
      for (const user of users.flatMap((kind) => release.objects(kind))) {
        if (user.state !== "active") continue;
        for (const technique of release.targets(user, "uses")) {
          if (technique.kind === "technique") yield { release, user, technique };
        }
      }
    }
  }
}

/** Who is reported to use what. */
export const useTable = dataTable<Item>(
  {
    name: "uses",
    about:
      "Each technique that a living group, software or campaign is reported to use, by release; not what its software or campaigns use.",
  },
  items,
  [
    { name: "domain", type: "text", about: "enterprise, mobile or ics", cell: ({ release }) => release.domain },
    { name: "release", type: "text", about: "ATT&CK release", cell: ({ release }) => release.version },
    { name: "user_kind", type: "text", about: "group, malware, tool or campaign", cell: ({ user }) => user.kind },
    { name: "user_id", type: "text", about: "its ATT&CK id", cell: ({ user }) => user.id },
    { name: "user_name", type: "text", about: "its name there", cell: ({ user }) => user.name },
    { name: "technique_id", type: "text", about: "as in techniques", cell: ({ technique }) => technique.id },
  ],
);
