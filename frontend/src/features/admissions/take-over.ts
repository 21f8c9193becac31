import type { Application, ApplicationIn, Matter } from "@/api/types";

type Kind = Application["kind"];

const LONGEST = 4000;

/** What an adjustment begins with: all that holds today. */
function contentOf(matter: Matter): ApplicationIn {
  return {
    ...asTyped(matter),
    title: matter.title,
    objective: matter.objective,
    department_duty: matter.department_duty,
    township_duty: matter.township_duty,
    village_duty: matter.village_duty,
    frequency: matter.frequency,
    person_days: matter.person_days,
    legal_bases: matter.legal_bases,
    funding_amount: matter.funding_amount,
    budget_line: matter.budget_line,
    funding_due: matter.funding_due,
    no_cost_reason: matter.no_cost_reason,
    tech_support: matter.tech_support,
    training_plan: matter.training_plan,
    demands: matter.demands,
    scope: matter.scope,
    starts_on: matter.starts_on,
    ends_on: matter.ends_on,
  };
}

/** What was urgent goes on as temporary: it has been decided on. */
const asTyped = (matter: Matter) =>
  ({
    object_type: matter.object_type,
    category: matter.category === "urgent" ? "temporary" : matter.category,
  }) as Pick<ApplicationIn, "object_type" | "category">;

/** An extension and a withdrawal are for the matter as it is, in the villages where it is. */
export const pointedAt = (matter: Matter) => ({ title: matter.title, scope: matter.scope });

function completed(matter: Matter): ApplicationIn {
  const { completion_report, settlement, closures } = matter;
  return { ...asTyped(matter), ...pointedAt(matter), completion_report, settlement, closures };
}

/** Two parts to begin with, each with the duty as it is now. */
function parted(matter: Matter): ApplicationIn {
  const part = { title: "", village_duty: matter.village_duty, scope: [] };
  return { ...contentOf(matter), parts: [part, { ...part }] };
}

const distinct = (texts: string[]) =>
  [...new Set(texts.filter(Boolean))].join("\n").slice(0, LONGEST);

/** Everything that any of them says; what is double stands once, and the name is still to be found. */
function merged(matters: Matter[]): ApplicationIn {
  const bases = matters.flatMap((matter) => matter.legal_bases);
  const byArticle = new Map(bases.map((basis) => [`${basis.document} ${basis.article}`, basis]));
  const [first] = matters;
  return {
    ...(first && asTyped(first)),
    objective: distinct(matters.map(({ objective }) => objective)),
    department_duty: distinct(matters.map(({ department_duty }) => department_duty)),
    township_duty: distinct(matters.map(({ township_duty }) => township_duty)),
    village_duty: distinct(matters.map(({ village_duty }) => village_duty)),
    legal_bases: [...byArticle.values()],
    demands: matters.flatMap(({ demands }) => demands),
    scope: [...new Set(matters.flatMap(({ scope }) => scope))].sort(),
  };
}

/** What a new draft takes over from the matters that it concerns. */
export function takenOver(kind: Kind, matters: Matter[]): ApplicationIn {
  const [matter] = matters;
  if (!matter || kind === "admit") return {};
  if (kind === "merge") return merged(matters);
  if (kind === "split") return parted(matter);
  if (kind === "extend") return { ...asTyped(matter), ...pointedAt(matter) };
  return kind === "withdraw" ? completed(matter) : contentOf(matter);
}
