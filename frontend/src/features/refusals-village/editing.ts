import { createContext, useContext } from "react";
import type { Draft, Faults, Field } from "./draft";

export interface Editing {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  faults: Faults;
  /** What the server said of a field. */
  said: Partial<Record<Field, string>>;
}

const Context = createContext<Editing | null>(null);
export const EditingProvider = Context.Provider;

/** The refusal being written, for the steps of its form. */
export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error("outside the form");
  return editing;
}
