/**
 * What was handed in without a line: kept on this machine and sent when the line is back. Each carries a key of the
 * browser's own, so that what is sent twice happens once.
 */

import { township } from "./client";
import { newKey } from "./new-key";
import { type FieldError, type ProblemError, problemOf } from "./problem";
import type { Me, RecordIn, RefusalIn, UrgentReportIn } from "./types";

interface Bodies {
  refusal: RefusalIn;
  urgent_report: UrgentReportIn;
  /** Work done under a contract. */
  deliverable: RecordIn & { contract: number };
}
export type Kind = keyof Bodies;

export type Posted<K extends Kind = Kind> = K extends Kind
  ? {
      key: string;
      kind: K;
      title: string;
      /** When it was handed in. */
      at: string;
      /** Gone as soon as it is sent: this machine need not know it any longer. */
      body: Bodies[K] | null;
      state: "waiting" | "faulty" | "sent";
      /** What the server would not take, to be mended by whoever wrote it. */
      fault?: { message: string; errors: FieldError[] };
      /** The server's own number of it, once it is sent. */
      id?: number;
    }
  : never;

type Send<K extends Kind> = (body: Bodies[K], key: string, signal: AbortSignal) => Promise<number>;

const idOf = ({ data }: { data?: { id: number } }): number => {
  if (!data) throw new Error("the server answered without a body");
  return data.id;
};
const keyed = (key: string) => ({ header: { "Idempotency-Key": key } });

const SEND: { [K in Kind]: Send<K> } = {
  refusal: async (body, key, signal) =>
    idOf(await township.POST("/api/refusals", { params: keyed(key), body, signal })),
  urgent_report: async (body, key, signal) =>
    idOf(await township.POST("/api/urgent-reports", { params: keyed(key), body, signal })),
  deliverable: async ({ contract, ...body }, key, signal) => {
    const params = { path: { id: contract }, ...keyed(key) };
    return idOf(await township.POST("/api/contracts/{id}/deliverables", { params, body, signal }));
  },
};

const PATIENCE = 45_000;
const RETRY = 20_000;
/** How long whoever hands something in is kept waiting on a slow line; it is sent all the same. */
const HELD_UP = 10_000;
/** How long a machine remembers that something was sent. */
const REMEMBERED = 24 * 3600_000;

const pause = (time: number) => new Promise<void>((done) => setTimeout(done, time));

/** Not what was written is at fault, but the line, the server, or the log-in: it only has to wait. */
const mustWait = ({ status, code }: ProblemError) =>
  status === 0 || status === 401 || status === 429 || status >= 500 || code === "conflict";

export class Outbox {
  private items: readonly Posted[];
  private rounds: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly place: string;

  constructor(owner: string) {
    this.place = `zhunru.outbox.${owner}`;
    this.items = this.kept();
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  snapshot = () => this.items;

  /** Hands something in; it is kept before it is sent. Gives it as it stands once it is sent, or after a while. */
  async post<K extends Kind>(kind: K, title: string, body: Bodies[K]): Promise<Posted> {
    const key = newKey();
    const item = { key, kind, title, at: new Date().toISOString(), body, state: "waiting" };
    this.keep([...this.kept(), item as Posted]);
    await Promise.race([this.flush(), pause(HELD_UP)]);
    return this.find(key) ?? (item as Posted);
  }

  find(key: string | null): Posted | undefined {
    return this.items.find((item) => item.key === key);
  }

  /** It is not to be sent after all, or no longer to be shown. */
  drop(key: string): void {
    this.keep(this.kept().filter((item) => item.key !== key));
  }

  /** Another tab has written. */
  reread = () => this.show(this.kept());

  /** Sends what waits, the oldest first, one round after the other. */
  flush(): Promise<void> {
    this.rounds = this.rounds.then(() => this.round());
    return this.rounds;
  }

  private async round(): Promise<void> {
    clearTimeout(this.timer);
    const tried = new Set<string>();
    for (;;) {
      const next = this.kept().find(({ key, state }) => state === "waiting" && !tried.has(key));
      if (!next) return;
      tried.add(next.key);
      if (!(await this.send(next))) {
        this.timer = setTimeout(() => void this.flush(), RETRY);
        return;
      }
    }
  }

  /** False when there is no getting through: then the others need not try. */
  private async send<K extends Kind>(item: Posted<K>): Promise<boolean> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), PATIENCE);
    try {
      const send = SEND[item.kind] as Send<K>;
      const id = await send(item.body as Bodies[K], item.key, giveUp.signal);
      this.change(item.key, { state: "sent", id, body: null, fault: undefined });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (giveUp.signal.aborted || mustWait(problem)) return false;
      const { message, errors } = problem;
      this.change(item.key, { state: "faulty", fault: { message, errors } });
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  private change(key: string, to: Partial<Posted>): void {
    this.keep(
      this.kept().map((item) => (item.key === key ? ({ ...item, ...to } as Posted) : item)),
    );
  }

  private keep(items: Posted[]): void {
    localStorage.setItem(this.place, JSON.stringify(items));
    this.show(items);
  }

  private show(items: readonly Posted[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }

  private kept(): Posted[] {
    const oldest = new Date(Date.now() - REMEMBERED).toISOString();
    try {
      const items = JSON.parse(localStorage.getItem(this.place) ?? "[]") as Posted[];
      return items.filter(({ state, at }) => state !== "sent" || at > oldest);
    } catch {
      return [];
    }
  }
}

const boxes = new Map<string, Outbox>();

/** What a person may send depends on the role; what one person wrote on this machine no other sees or sends. */
export const ownerOf = ({ username, role, stands_in_for }: Me): string =>
  [username, role, stands_in_for ?? ""].join(".");

export function outboxOf(me: Me): Outbox {
  const owner = ownerOf(me);
  const box = boxes.get(owner) ?? new Outbox(owner);
  boxes.set(owner, box);
  return box;
}
