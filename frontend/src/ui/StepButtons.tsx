import { Button, type ButtonProps } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "@/api/types";

interface Props {
  steps: Action[];
  /** Names the buttons for tests: `step-approve`. */
  name: string;
  ask: (step: Action) => void;
  /** How the button of a step looks that can be taken. */
  look?: (step: Action) => Pick<ButtonProps, "type" | "danger">;
  size?: ButtonProps["size"];
  /** What stands in the button's place, such as a link to a form of its own. */
  instead?: (step: Action) => ReactNode;
}

/** The buttons that the server offers. A greyed one can still be reached, and says why it is grey. */
export function StepButtons({ steps, name, ask, look, size, instead }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const hindered = steps.filter((step) => step.hindrance);
  const button = (step: Action) => {
    const greyed = step.hindrance && {
      className: "greyed",
      "aria-disabled": true,
      "aria-describedby": `${id}${step.name}`,
    };
    return (
      <Button
        key={step.name}
        size={size}
        data-testid={`${name}-${step.name}`}
        {...(greyed || { ...look?.(step), onClick: () => ask(step) })}
      >
        {step.label}
      </Button>
    );
  };
  return (
    <>
      <div className="steps-may">{steps.map((step) => instead?.(step) || button(step))}</div>
      {hindered.length > 0 && (
        <ul className="whynot" aria-label={t("detail.why")}>
          {hindered.map((step) => (
            <li key={step.name} id={`${id}${step.name}`}>
              {t("common.pair", { label: step.label, value: step.hindrance })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
