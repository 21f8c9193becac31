/** Two people have written the same record of fields: what they differ in, and one upon the other. */

/** What is not said counts as empty. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields in which two writings differ. */
export const differing = <Values extends object>(one: Values, other: Values) =>
  (Object.keys(one) as (keyof Values & string)[]).filter((name) => !same(one[name], other[name]));

/** My changes upon theirs: where only one of us has changed a field, that one counts; where both have, mine. */
export function rebased<Values extends object>(base: Values, theirs: Values, mine: Values): Values {
  const own = differing(base, mine).map((name) => [name, mine[name]] as const);
  return { ...theirs, ...Object.fromEntries(own) };
}
