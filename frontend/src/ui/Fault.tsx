import { Alert } from "antd";
import type { ReactNode } from "react";
import { useProblemText } from "./useProblemText";

interface Props {
  error: unknown;
  /** What can be done about it, beside the sentence. */
  action?: ReactNode;
  /** What else is to be said of it, below the sentence. */
  description?: ReactNode;
  className?: string;
}

/** Why something was not done, in a sentence; nothing while nothing has failed. */
export function Fault({ error, ...more }: Props) {
  const text = useProblemText();
  if (!error) return null;
  return <Alert {...more} type="error" showIcon role="alert" title={text(error)} />;
}
