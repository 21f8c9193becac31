/** What a person sets for this machine: the size of the text. */

import { useSyncExternalStore } from "react";

const KEY = "zhunru.largeText";
const listeners = new Set<() => void>();

export function useLargeText(): [boolean, (on: boolean) => void] {
  const large = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(KEY) === "1",
  );
  const set = (on: boolean) => {
    localStorage.setItem(KEY, on ? "1" : "0");
    for (const listener of listeners) listener();
  };
  return [large, set];
}
