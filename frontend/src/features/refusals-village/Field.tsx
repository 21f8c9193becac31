import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Field as Name } from "./draft";

interface Props {
  name: Name;
  hint?: ReactNode;
  fault?: string;
  /** The control; it gets its id and what describes it. */
  children: (told: Told) => ReactNode;
  /** Several controls under one name. */
  group?: boolean;
}

interface Told {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export const idOf = (name: Name) => `refuse-${name}`;

/** A question with its answer, a hint, and what is amiss beside it: plain HTML, so that a phone's own pickers serve. */
export function Field({ name, hint, fault, group = false, children }: Props) {
  const { t } = useTranslation();
  const id = idOf(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  const told: Told = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": fault ? true : undefined,
  };
  const label = t(`refuse.fields.${name}`);
  const rest = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="muted">
          {hint}
        </p>
      )}
      {children(told)}
      {fault && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
  return group ? (
    <fieldset
      className="question"
      id={id}
      tabIndex={-1}
      aria-describedby={told["aria-describedby"]}
    >
      <legend>{label}</legend>
      {rest}
    </fieldset>
  ) : (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  );
}
