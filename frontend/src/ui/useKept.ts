import { useCallback, useState } from "react";
import { useMe } from "@/api/me";
import { ownerOf } from "@/api/outbox";

interface Kept<Value> {
  value: Value;
  /** Whether it was there already when the page was opened. */
  restored: boolean;
  change: (to: (now: Value) => Value) => void;
  /** It has been handed in: this machine need not keep it any longer. */
  forget: () => void;
}

function read<Value>(place: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

/** What is being typed, kept on this machine for whoever types it until it is handed in. */
export function useKept<Value>(name: string, initial: Value): Kept<Value> {
  const place = `zhunru.draft.${name}.${ownerOf(useMe())}`;
  const [found] = useState(() => read<Value>(place));
  const [value, setValue] = useState<Value>(found ?? initial);
  const change = useCallback(
    (to: (now: Value) => Value) =>
      setValue((now) => {
        const next = to(now);
        localStorage.setItem(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  const forget = useCallback(() => localStorage.removeItem(place), [place]);
  return { value, restored: found !== null, change, forget };
}
