import type { Settings } from "@/api/types";

/** The JSON schema of all parameters, as far as it is read here. */
interface Node {
  $ref?: string;
  anyOf?: Node[];
  type?: string;
  items?: Node;
  properties?: Record<string, Node>;
  title?: string;
  description?: string;
  group?: string;
  unit?: string;
  unit_label?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  enum?: string[];
  labels?: Record<string, string>;
}

export interface Schema extends Node {
  $defs: Record<string, Node>;
  groups: Record<string, string>;
  /** For each type of object the fields that its form may leave out. */
  catalogue: Record<string, Record<string, string>>;
}

export type Kind =
  | "number"
  | "bytes"
  | "money"
  | "switch"
  | "choice"
  | "choices"
  | "numbers"
  | "day"
  | "share"
  | "courses"
  | "forms";

/** One parameter as it is set: where it stands, what it is called, within which bounds. */
export interface Parameter {
  /** `urgent.decision_days` */
  field: string;
  path: string[];
  kind: Kind;
  title: string;
  help: string;
  group: string;
  unit: string;
  unitLabel: string;
  min?: number;
  max?: number;
  /** It may be left empty. */
  optional: boolean;
  options: { value: string; label: string }[];
}

const WITHOUT_WORDS = ["switch", "choice", "ratio", "month_day"];

export function parametersOf(schema: Schema): Parameter[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) =>
    read(schema, [name], node),
  );
}

function read(schema: Schema, path: string[], given: Node): Parameter[] {
  const plain = given.anyOf?.find(({ type }) => type !== "null") ?? given;
  const named = plain.$ref?.split("/").at(-1) ?? "";
  const node: Node = { ...schema.$defs[named], ...plain, ...outer(given) };
  if (node.properties && named !== "Share") {
    return Object.entries(node.properties).flatMap(([name, part]) =>
      read(schema, [...path, name], part),
    );
  }
  const items = node.items?.$ref
    ? schema.$defs[node.items.$ref.split("/").at(-1) ?? ""]
    : node.items;
  const labels = node.labels ?? items?.labels ?? {};
  return [
    {
      field: path.join("."),
      path,
      kind: kindOf(node, named, items),
      title: node.title ?? path.at(-1) ?? "",
      // What stands with a shared definition is for programmers.
      help: given.description ?? "",
      group: node.group ?? "",
      unit: node.unit ?? "",
      unitLabel: WITHOUT_WORDS.includes(node.unit ?? "") ? "" : (node.unit_label ?? ""),
      min: node.minimum,
      max: node.maximum,
      optional: given.anyOf?.some(({ type }) => type === "null") ?? false,
      options: Object.entries(labels).map(([value, label]) => ({ value, label })),
    },
  ];
}

/** What stands beside `anyOf` or `$ref` is about the parameter, what is inside about any such value. */
function outer({ title, description, group, unit, unit_label }: Node): Node {
  return Object.fromEntries(
    Object.entries({ title, description, group, unit, unit_label }).filter(([, value]) => value),
  );
}

function kindOf(node: Node, named: string, items?: Node): Kind {
  if (named === "Share") return "share";
  if (node.title && items?.properties?.bodies) return "courses";
  if (items?.properties?.hidden) return "forms";
  if (node.type === "array") return items?.enum ? "choices" : "numbers";
  if (node.type === "boolean") return "switch";
  if (node.enum) return "choice";
  if (node.unit === "month_day") return "day";
  if (node.unit === "bytes") return "bytes";
  if (node.unit === "yuan") return "money";
  return "number";
}

/** The groups in the order of the page, each with its parameters; a group without any falls out. */
export function inGroups(schema: Schema): { group: string; label: string; own: Parameter[] }[] {
  const all = parametersOf(schema);
  return Object.entries(schema.groups)
    .map(([group, label]) => ({ group, label, own: all.filter((one) => one.group === group) }))
    .filter(({ own }) => own.length > 0);
}

export function valueAt(settings: Settings, path: string[]): unknown {
  let found: unknown = settings;
  for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name];
  return found;
}

/** A copy of `settings` with another value at `path`. */
export function withValue(settings: Settings, path: string[], value: unknown): Settings {
  const [first = "", ...rest] = path;
  const record = settings as unknown as Record<string, unknown>;
  const inner =
    rest.length === 0 ? value : withValue(record[first] as unknown as Settings, rest, value);
  return { ...record, [first]: inner } as unknown as Settings;
}
