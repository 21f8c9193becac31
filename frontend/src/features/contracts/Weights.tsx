import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { readable } from "@/ui/decimals";
import { useClauses } from "./useClauses";
import { weightsOf } from "./weights";

/** The weights of each side as they are typed: what is missing until they reach 100. */
export function Weights() {
  const { t } = useTranslation();
  const sides = useLabels("side");
  const clauses = useClauses();
  return (
    <div role="status" data-testid="weights">
      {["provider", "purchaser"].map((side) => {
        const { count, sum, missing } = weightsOf(clauses, side);
        // The purchaser's duties are rated only where the text has such clauses.
        if (side === "purchaser" && count === 0) return null;
        const state = missing === 0n ? "whole" : missing > 0n ? "missing" : "over";
        const said = {
          side: sides.find(({ value }) => value === side)?.label ?? side,
          sum: readable(sum, { places: false }),
          gap: readable(missing < 0n ? -missing : missing, { places: false }),
        };
        return (
          <p
            key={side}
            className={missing === 0n ? "note" : "note bad"}
            data-testid={`sum-${side}`}
          >
            {t(`terms.weights.${state}`, said)}
          </p>
        );
      })}
    </div>
  );
}
