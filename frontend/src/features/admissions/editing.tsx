import { createContext, useContext } from "react";
import type { Application } from "@/api/types";
import type { FormValues } from "./form-values";

interface Editing {
  application: Application;
  /** Fills fields in, as if they had been typed. */
  fill: (values: Partial<FormValues>) => void;
}

const Context = createContext<Editing | null>(null);

export const EditingProvider = Context.Provider;

/** The application whose form this is. */
export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error("a field of the form stands outside the form");
  return editing;
}
