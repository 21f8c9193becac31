import { expect, test } from "vitest";
import { PARTS, PLACES, partsFor, placeOf, placesFor } from "./places";

test("the menu holds what the server allows, in our order, and home for everybody", () => {
  expect(placesFor(["lists", "placements", "something new"])).toEqual([
    "home",
    "placements",
    "lists",
  ]);
});

test("the menu comes in parts, and every place stands in one of them", () => {
  expect(partsFor(["lists", "users"])).toEqual([
    ["work", ["home"]],
    ["registers", ["lists"]],
    ["settings", ["users"]],
  ]);
  expect(Object.values(PARTS).flat().sort()).toEqual([...PLACES].sort());
});

test("a page below a place belongs to it, and the search to none", () => {
  expect(placeOf("/matters/7")).toBe("matters");
  expect(placeOf("/")).toBe("home");
  expect(placeOf("/search")).toBeUndefined();
});
