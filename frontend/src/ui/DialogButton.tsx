import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { StepDialog } from "./StepDialog";
import type { StepBody, StepForm } from "./step-forms";

interface Props {
  /** Names the act for tests, and its form's fields. */
  name: string;
  label: string;
  /** What the button says to those who do not see where it stands. */
  about?: string;
  form: StepForm;
  submit: (body: StepBody) => Promise<unknown>;
  primary?: boolean;
  small?: boolean;
}

/** An act that asks for something first; afterwards everything shown is asked for anew. */
export function DialogButton({ name, label, about, form, submit, primary, small }: Props) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const act = async (body: StepBody) => {
    await submit(body);
    setOpen(false);
    await queries.invalidateQueries();
  };
  return (
    <>
      <Button
        type={primary ? "primary" : "default"}
        size={small ? "small" : undefined}
        danger={form.danger}
        aria-label={about && `${label} ${about}`}
        data-testid={name}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && (
        <StepDialog
          name={name}
          label={label}
          form={form}
          submit={act}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
