import { useRef } from "react";

/** `act`, deaf while it is still at work: a second click does nothing twice. Failures are shown by the mutation. */
export function useOnce<Input>(act: (input: Input) => Promise<unknown>): (input: Input) => void {
  const busy = useRef(false);
  return (input) => {
    if (busy.current) return;
    busy.current = true;
    void act(input)
      .catch(() => undefined)
      .finally(() => {
        busy.current = false;
      });
  };
}
