import type { QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Query } from "@/api/queries";
import { Conflict } from "./Conflict";
import { Loaded } from "./DetailPage";
import { differing, rebased } from "./versions";

interface Props<Thing, Values extends object, Err, Key extends QueryKey> {
  title: string;
  /** Fetches the thing as it is now. */
  query: Query<Thing, Err, Key>;
  /** What the form writes of the thing. */
  valuesOf: (thing: Thing) => Values;
  /** As the form was opened. */
  base: Values;
  mine: Values;
  label: (name: keyof Values & string) => string;
  told: (name: keyof Values & string, value: unknown) => ReactNode;
  settle: (values: Values, now: Thing) => void;
}

/** Asks for the thing anew, and shows each field that one of two people has changed. */
export function FieldConflict<Thing, Values extends object, Err, Key extends QueryKey>(
  props: Props<Thing, Values, Err, Key>,
) {
  const { title, query, valuesOf, base, mine, label, told, settle } = props;
  // Under a key of its own: the form that is open must not change under one's hands.
  const anew = { ...query, queryKey: [...query.queryKey, "now"] as never, staleTime: 0, gcTime: 0 };
  return (
    <Loaded query={anew}>
      {(now) => {
        const theirs = valuesOf(now);
        const touched = new Set([...differing(base, theirs), ...differing(base, mine)]);
        return (
          <Conflict
            title={title}
            rows={[...touched].map((name) => ({
              key: name,
              label: label(name),
              cells: [base, theirs, mine].map((values) => told(name, values[name])),
            }))}
            keepMine={() => settle(rebased(base, theirs, mine), now)}
            takeTheirs={() => settle(theirs, now)}
          />
        );
      }}
    </Loaded>
  );
}
