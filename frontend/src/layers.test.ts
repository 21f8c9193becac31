import { expect, test } from "vitest";

const files = import.meta.glob<string>("./**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const imports = (source: string) =>
  [...source.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map((hit) => hit[1] ?? "");

/** What a folder may not import. A feature speaks to another only through the address bar and the server. */
function offences(folder: RegExp, banned: (from: string, to: string) => boolean): string[] {
  return Object.entries(files)
    .filter(([file]) => folder.test(file))
    .flatMap(([file, source]) =>
      imports(source)
        .filter((to) => banned(file, to))
        .map((to) => `${file} imports ${to}`),
    );
}

test("a feature never imports another feature, nor the app", () => {
  expect(
    offences(/^\.\/features\//, (_, to) => /^@\/(features|app)\//.test(to) || to.startsWith("../")),
  ).toEqual([]);
});

test("shared pieces never import a feature or the app", () => {
  expect(
    offences(
      /^\.\/(ui|api|locales)\//,
      (_, to) => /^@\/(features|app)\//.test(to) || /\.\.\//.test(to),
    ),
  ).toEqual([]);
});

test("only api/ speaks HTTP", () => {
  const speakers = Object.entries(files)
    .filter(
      ([file, source]) =>
        !/^\.\/(api|testing)\/|\.test\./.test(file) &&
        /\bfetch\(|XMLHttpRequest|openapi-fetch/.test(source),
    )
    .map(([file]) => file);
  expect(speakers).toEqual([]);
});
