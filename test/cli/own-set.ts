/** A small mapping file of our own making, as an organisation could write one. */
export function ownSet(rows: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    metadata: {
      mapping_version: "1",
      technology_domain: "enterprise",
      attack_version: "16.1",
      mapping_framework: "acme",
      mapping_framework_version: "2",
      author: "Acme",
      contact: "security@acme.example",
      creation_date: "01/01/2026",
      last_update: "02/02/2026",
      organization: "Acme",
      mapping_types: { mitigates: { name: "mitigates", description: "" } },
      capability_groups: { doors: "Doors" },
    },
    mapping_objects: Array.from({ length: rows }, (_, row) => ({
      comments: "",
      attack_object_id: "T1550.001",
      attack_object_name: "Application Access Token",
      references: [],
      capability_id: `door-${row}`,
      capability_description: `Door ${row}`,
      mapping_type: "mitigates",
      capability_group: "doors",
      status: "complete",
    })),
    ...more,
  };
}
