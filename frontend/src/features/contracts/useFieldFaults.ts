import type { FormInstance } from "antd";
import { useEffect } from "react";
import { pathOf } from "@/api/problem";
import type { Terms, TermsText } from "@/api/types";
import type { SaveState } from "./useTermsDraft";

/** Brings what stands against submission to the fields concerned. */
export function useFieldFaults(
  form: FormInstance<TermsText>,
  faults: Terms["faults"],
  state: SaveState,
): void {
  useEffect(() => {
    if (state !== "saved") return;
    const told = faults.map(({ field, detail }) => ({
      name: pathOf(field) as never,
      warnings: [detail],
    }));
    form.setFields(told);
    return () => form.setFields(told.map(({ name }) => ({ name, warnings: [] })));
  }, [form, faults, state]);
}
