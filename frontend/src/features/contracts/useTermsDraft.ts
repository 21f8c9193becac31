import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { termsActions, termsOne, writeTerms } from "@/api/contracts";
import { problemOf } from "@/api/problem";
import type { Terms, TermsText } from "@/api/types";
import { useKept } from "@/ui/useKept";
import { same } from "@/ui/versions";

export type SaveState = "saved" | "unsaved" | "saving" | "offline" | "failed" | "conflict";

interface Kept {
  /** What the typing began on, so that a change by somebody else since then is noticed. */
  version: number;
  base: TermsText;
  text: TermsText;
}

const PAUSE = 800;
const RETRY = 10_000;
/** No line, or no server behind it: what was typed is right, it only has to wait. */
const UNREACHED = [0, 502, 503, 504];

/** The text saves itself as it is typed; it is kept on this machine until the server has it. */
export function useTermsDraft(terms: Terms) {
  const queries = useQueryClient();
  const { id } = terms;
  const begun: Kept = { version: terms.version, base: terms.text, text: terms.text };
  const kept = useKept<Kept>(`terms.${id}`, begun);
  const { change: keep, forget } = kept;
  const now = useRef(kept.value);
  const busy = useRef<Promise<void> | null>(null);
  /** Somebody else has saved meanwhile: nothing is sent until both versions were looked at. */
  const contested = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<SaveState>("saved");
  const [error, setError] = useState<unknown>(null);

  const save = useCallback(async () => {
    const { text, version } = now.current;
    setState("saving");
    try {
      const saved = await writeTerms(id, version, text);
      if (!saved) return;
      now.current = { ...now.current, version: saved.version, base: text };
      queries.setQueryData(termsOne(id).queryKey, saved);
      // Whether it can be submitted depends on what was written.
      void queries.invalidateQueries({ queryKey: termsActions(id).queryKey });
      setError(null);
      setState("saved");
    } catch (failure) {
      const problem = problemOf(failure);
      setError(failure);
      if (problem.code === "stale") {
        contested.current = true;
        setState("conflict");
      } else if (UNREACHED.includes(problem.status)) {
        setState("offline");
        timer.current = setTimeout(() => void flush.current(), RETRY);
      } else setState("failed");
    }
  }, [id, queries]);

  const flush = useRef(async () => {});
  flush.current = async () => {
    clearTimeout(timer.current);
    // Several may wait for the same answer: one goes on, the others wait for the next.
    while (busy.current) await busy.current;
    if (contested.current || same(now.current.text, now.current.base)) return;
    busy.current = save().finally(() => {
      busy.current = null;
    });
    await busy.current;
    if (same(now.current.text, now.current.base)) forget();
  };

  const change = useCallback(
    (text: TermsText) => {
      now.current = { ...now.current, text };
      keep(() => now.current);
      setState((was) => (was === "conflict" ? was : "unsaved"));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush.current(), PAUSE);
    },
    [keep],
  );

  /** Both versions were looked at: this text goes upon what is saved now. */
  const settle = useCallback((text: TermsText, latest: Terms) => {
    now.current = { version: latest.version, base: latest.text, text };
    contested.current = false;
    setState("unsaved");
    void flush.current();
  }, []);

  useEffect(() => {
    const send = () => void flush.current();
    send();
    window.addEventListener("online", send);
    return () => {
      window.removeEventListener("online", send);
      send();
    };
  }, []);

  return {
    state,
    error,
    change,
    settle,
    /** As it stands on the screen, and as the typing began. */
    current: () => now.current,
    flush: () => flush.current(),
  };
}
