import type { ListEntry, ListEntryIn } from "@/api/types";
import type { Kind } from "./queries";

/** What may be written of an entry, in sections: the form is drawn from this table. */

export type Field = Exclude<keyof ListEntryIn, "reason">;
export type Values = Required<Pick<ListEntryIn, Field>>;
export type Control =
  | "line"
  | "long"
  | "number"
  | "villages"
  | "types"
  | "departments"
  | "keywords"
  | "flag";

export interface FieldSpec {
  name: Field;
  control: Control;
  most?: number;
  required?: boolean;
  hint?: boolean;
  /** Written in Tibetan. */
  bo?: boolean;
  /** Asked for only when this one is ticked. */
  when?: Field;
}

export interface Section {
  name: "what" | "who" | "basis" | "negative" | "more";
  fields: FieldSpec[];
}

const LONGEST = 4000;

const WHAT: Section = {
  name: "what",
  fields: [
    { name: "title", control: "long", most: 300, required: true },
    { name: "title_bo", control: "long", most: 600, bo: true },
    { name: "category", control: "line", most: 100 },
    { name: "seq", control: "number", hint: true },
    { name: "village_duty", control: "long", most: LONGEST },
    { name: "village_duty_bo", control: "long", most: LONGEST, bo: true },
  ],
};
const WHO: Section = {
  name: "who",
  fields: [
    { name: "lead_department", control: "line", most: 100 },
    { name: "supporting_departments", control: "line", most: 300 },
    { name: "applies_to", control: "villages", hint: true },
    { name: "funding", control: "long", most: 300 },
  ],
};
const BASIS: Section = {
  name: "basis",
  fields: [
    { name: "legal_basis", control: "long", most: 600, required: true, hint: true },
    { name: "basis_version", control: "line", most: 100 },
    { name: "deviation", control: "flag" },
    {
      name: "deviation_reason",
      control: "long",
      most: 600,
      required: true,
      when: "deviation",
    },
  ],
};
const NEGATIVE: Section = {
  name: "negative",
  fields: [
    { name: "object_types", control: "types" },
    { name: "departments", control: "departments" },
    { name: "keywords", control: "keywords", hint: true },
    { name: "outright", control: "flag", hint: true },
  ],
};
const MORE: Section = {
  name: "more",
  fields: [{ name: "remark", control: "long", most: 600 }],
};

/** Only the negative list says what is forbidden to whom. */
export const sectionsOf = (kind: Kind): Section[] =>
  kind === "negative" ? [WHAT, WHO, BASIS, NEGATIVE, MORE] : [WHAT, WHO, BASIS, MORE];

export const FIELDS: FieldSpec[] = sectionsOf("negative").flatMap(({ fields }) => fields);

export const EMPTY: Values = {
  seq: null,
  category: "",
  title: "",
  title_bo: "",
  village_duty: "",
  village_duty_bo: "",
  lead_department: "",
  supporting_departments: "",
  legal_basis: "",
  basis_version: "",
  applies_to: [],
  funding: "",
  remark: "",
  deviation: false,
  deviation_reason: "",
  object_types: [],
  departments: [],
  keywords: [],
  outright: false,
};

/** What the form begins with. */
export const valuesOf = (entry: ListEntry): Values =>
  Object.fromEntries(FIELDS.map(({ name }) => [name, entry[name]])) as unknown as Values;
