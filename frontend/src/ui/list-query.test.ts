import { expect, test } from "vitest";
import { changed, readListQuery } from "./list-query";

test("the address says what is asked for", () => {
  const asked = readListQuery(
    new URLSearchParams("q=巡查&status=draft&page=3&size=50&ordering=-title"),
  );
  expect(asked).toEqual({
    limit: 50,
    offset: 100,
    q: "巡查",
    ordering: "-title",
    filters: { status: "draft" },
  });
});

test("nonsense in the address is read as the first page", () => {
  expect(readListQuery(new URLSearchParams("page=-4&size=9999"))).toMatchObject({
    limit: 20,
    offset: 0,
  });
});

test("a new filter begins at page one and an empty one leaves the address", () => {
  const next = changed(new URLSearchParams("page=3&q=a"), { q: "", status: "draft" });
  expect(next.toString()).toBe("status=draft");
});
