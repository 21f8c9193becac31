import { expect, test } from "vitest";
import en from "./en";
import zh from "./zh-CN";

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
const gaps = (phrase: string) => [...phrase.matchAll(/\{\{(\w+)\}\}/g)].map((hit) => hit[1]).sort();

test("both languages have the same phrases", () => {
  expect(
    flat(en)
      .map(([key]) => key)
      .sort(),
  ).toEqual(
    flat(zh)
      .map(([key]) => key)
      .sort(),
  );
});

test("a phrase fills in the same values in both languages", () => {
  const english = new Map(flat(en));
  const odd = flat(zh).filter(
    ([key, phrase]) => gaps(phrase).join() !== gaps(english.get(key) ?? "").join(),
  );
  expect(odd).toEqual([]);
});

test("no phrase is empty", () => {
  expect([...flat(zh), ...flat(en)].filter(([, phrase]) => !phrase.trim())).toEqual([]);
});

test("every phrase is used somewhere", () => {
  const sources = Object.values(
    import.meta.glob<string>(["../**/*.{ts,tsx}", "!./**", "!../testing/**"], {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ).join("\n");
  const unused = flat(zh)
    .map(([key]) => key)
    .filter(
      (key) =>
        !sources.includes(`"${key}"`) && !sources.includes(`${key.replace(/\.[^.]+$/, "")}.\${`),
    );
  expect(unused).toEqual([]);
});
