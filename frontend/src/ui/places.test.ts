import { expect, test } from "vitest";
import { placeOf, placesFor } from "./places";

test("the menu holds what the server allows, in our order, and home for everybody", () => {
  expect(placesFor(["placements", "lists", "something new"])).toEqual([
    "home",
    "lists",
    "placements",
  ]);
});

test("a page below a place belongs to it", () => {
  expect(placeOf("/matters/7")).toBe("matters");
  expect(placeOf("/")).toBe("home");
});
