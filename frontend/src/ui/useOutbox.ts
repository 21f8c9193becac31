import { useSyncExternalStore } from "react";
import { useMe } from "@/api/me";
import { type Outbox, outboxOf, type Posted } from "@/api/outbox";

/** What I have handed in on this machine, and how far each has come. */
export function useOutbox(): { box: Outbox; items: readonly Posted[] } {
  const box = outboxOf(useMe());
  return { box, items: useSyncExternalStore(box.subscribe, box.snapshot) };
}
