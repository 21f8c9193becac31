/** The places a person may go to, in the order of the menu; the server says which in `me.may`. */
export const PLACES = [
  "home",
  "lists",
  "applications",
  "matters",
  "documents",
  "placements",
  "board",
  "townships",
  "villages",
  "users",
] as const;

export type Place = (typeof PLACES)[number];

export const pathOf = (place: Place): string => (place === "home" ? "/" : `/${place}`);

export function placesFor(may: readonly string[]): Place[] {
  return PLACES.filter((place) => place === "home" || may.includes(place));
}

/** `/matters/7` belongs to `matters`. */
export function placeOf(path: string): Place {
  const first = path.split("/")[1] || "home";
  return PLACES.find((place) => place === first) ?? "home";
}
