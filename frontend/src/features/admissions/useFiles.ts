import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { attach, attachmentList, detach } from "@/api/attachments";
import type { Attachment } from "@/api/types";
import { useProblemText } from "@/ui/useProblemText";

interface Said {
  name: string;
  /** What was wrong with the file; none where it was taken. */
  reason?: string;
}

/** Sending files and taking them out again, one at a time: a slow line is not made slower. */
export function useFiles(application: number) {
  const queries = useQueryClient();
  const text = useProblemText();
  const [busy, setBusy] = useState("");
  const [said, setSaid] = useState<Said[]>([]);
  const last = useRef<Promise<void>>(Promise.resolve());
  const tell = (one: Said) =>
    setSaid((before) => [...before.filter(({ name }) => name !== one.name), one]);
  const act = async (name: string, doing: () => Promise<void>, done: Said | null) => {
    setBusy(name);
    try {
      await doing();
      if (done) tell(done);
    } catch (error) {
      tell({ name, reason: text(error) });
    } finally {
      setBusy("");
      await queries.invalidateQueries({ queryKey: attachmentList(application).queryKey });
    }
  };
  return {
    busy,
    said,
    send: (kind: string, file: File) => {
      const { name } = file;
      last.current = last.current.then(() =>
        act(name, () => attach(application, kind, file), { name }),
      );
    },
    remove: (file: Attachment) => void act(file.name, () => detach(file), null),
  };
}
