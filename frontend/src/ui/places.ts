/** The places a person may go to, in the order of the menu; the server says which in `me.may`. */
export const PLACES = [
  "home",
  "applications",
  "urgent",
  "meetings",
  "opinions",
  "consultations",
  "refusals",
  "contracts",
  "purchases",
  "budget-lines",
  "clause-library",
  "drafts",
  "certificates",
  "batches",
  "deadlines",
  "matters",
  "legacy",
  "placements",
  "expiries",
  "documents",
  "seal-uses",
  "archive",
  "board",
  "lists",
  "legal-bases",
  "notices",
  "townships",
  "villages",
  "users",
  "seals",
  "templates",
  "configuration",
  "calendar",
] as const;

export type Place = (typeof PLACES)[number];

/** The parts of the menu: what is done, what is looked up, what is set. */
export const PARTS = {
  work: [
    "home",
    "applications",
    "urgent",
    "meetings",
    "opinions",
    "consultations",
    "refusals",
    "contracts",
    "purchases",
    "budget-lines",
    "clause-library",
    "drafts",
    "certificates",
    "batches",
    "deadlines",
  ],
  registers: [
    "matters",
    "legacy",
    "placements",
    "expiries",
    "documents",
    "seal-uses",
    "archive",
    "board",
    "lists",
    "legal-bases",
    "notices",
  ],
  settings: ["townships", "villages", "users", "seals", "templates", "configuration", "calendar"],
} as const satisfies Record<string, readonly Place[]>;

export type Part = keyof typeof PARTS;

export const pathOf = (place: Place): string => (place === "home" ? "/" : `/${place}`);

export function placesFor(may: readonly string[]): Place[] {
  return PLACES.filter((place) => place === "home" || may.includes(place));
}

/** The menu in parts; a part without a place for this person falls out. */
export function partsFor(may: readonly string[]): [part: Part, places: Place[]][] {
  const mine = placesFor(may);
  const parts = Object.keys(PARTS) as Part[];
  return parts
    .map((part): [Part, Place[]] => [
      part,
      mine.filter((place) => (PARTS[part] as readonly Place[]).includes(place)),
    ])
    .filter(([, places]) => places.length > 0);
}

/** `/matters/7` belongs to `matters`; a page that no menu names, such as the search, to none. */
export function placeOf(path: string): Place | undefined {
  const first = path.split("/")[1] || "home";
  return PLACES.find((place) => place === first);
}
