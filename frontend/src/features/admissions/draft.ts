/**
 * A draft that saves itself: what is typed is kept on this machine at once and sent a moment later.
 * Nothing typed is lost when the line drops, when the page is closed, or when somebody else saved first.
 */

import { problemOf } from "@/api/problem";
import type { Application, ApplicationPatch } from "@/api/types";
import { same } from "@/ui/versions";

export type Edits = Omit<ApplicationPatch, "version">;
export type Field = keyof Edits;
export type SaveState = "saved" | "unsaved" | "saving" | "offline" | "failed" | "conflict";

export interface Conflict {
  latest: Application;
  fields: Field[];
}

export interface Snapshot {
  state: SaveState;
  savedAt: Date | null;
  error: unknown;
  conflict: Conflict | null;
}

export interface Server {
  save: (patch: ApplicationPatch) => Promise<Application>;
  latest: () => Promise<Application>;
}

const PAUSE = 800;
const RETRY = 10_000;
/** No line, or no server behind it: what was typed is right, it only has to wait. */
const UNREACHED = new Set([0, 502, 503, 504]);

/** `edits` but for what stands in `others` with the same value. */
const without = (edits: Edits, others: Edits): Edits =>
  Object.fromEntries(
    Object.entries(edits).filter(
      ([name, value]) => !(name in others) || !same(value, others[name as Field]),
    ),
  );
const fieldsOf = (edits: Edits) => Object.keys(edits) as Field[];

export class Draft {
  private base: Application;
  private edits: Edits = {};
  /** What the server would not take; it waits until it is typed anew, and holds nothing else up. */
  private refusals: Edits = {};
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listeners = new Set<() => void>();
  private now: Snapshot = { state: "saved", savedAt: null, error: null, conflict: null };
  private readonly key: string;
  private readonly server: Server;

  constructor(application: Application, server: Server) {
    this.base = application;
    this.server = server;
    this.key = `zhunru.draft.${application.id}`;
    const kept = localStorage.getItem(this.key);
    if (kept) {
      const { base, edits } = JSON.parse(kept) as { base: Edits; edits: Edits };
      // What the edits were made on, so that a change by somebody else since then is noticed.
      this.base = { ...application, ...base } as Application;
      this.edits = edits;
    }
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  snapshot = () => this.now;

  /** Whether something typed earlier had not reached the server. */
  get restored(): boolean {
    return fieldsOf(this.edits).length > 0;
  }

  /** What the form shows: the server's values under what was typed. */
  get values(): Application {
    return { ...this.base, ...this.edits } as Application;
  }

  change(edits: Edits): void {
    this.edits = { ...this.edits, ...edits };
    this.keep();
    // Told once, not with every key: whoever listens draws a whole form.
    if (!["conflict", "unsaved"].includes(this.now.state)) this.tell({ state: "unsaved" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Sends what is not saved yet and was not refused; one request at a time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    const sent = without(this.edits, this.refusals);
    if (this.busy || this.now.conflict) return;
    if (fieldsOf(sent).length === 0) return this.rest();
    this.busy = true;
    let again = false;
    this.tell({ state: "saving" });
    try {
      this.base = await this.server.save({ ...sent, version: this.base.version });
      this.edits = without(this.edits, sent);
      this.keep();
      this.tell({ savedAt: new Date() });
      again = true;
    } catch (error) {
      again = await this.refused(error, sent);
    } finally {
      this.busy = false;
    }
    if (again) await this.flush();
  }

  /** Nothing is left to send: all is saved, or what is not was refused. */
  private rest(): void {
    if (fieldsOf(this.edits).length > 0) this.tell({ state: "failed" });
    else if (this.now.state !== "saved") this.tell({ state: "saved", error: null });
  }

  /** Ends a conflict: for each field, whether mine is kept; the others take the saved value. */
  async settle(mine: Set<Field>): Promise<void> {
    const { conflict } = this.now;
    if (!conflict) return;
    for (const field of conflict.fields) if (!mine.has(field)) delete this.edits[field];
    this.base = conflict.latest;
    this.keep();
    this.tell({ state: "saved", conflict: null });
    await this.flush();
  }

  /** What a failure means; true when there is more to send at once. */
  private async refused(error: unknown, sent: Edits): Promise<boolean> {
    const problem = problemOf(error);
    if (UNREACHED.has(problem.status)) {
      this.tell({ state: "offline", error });
      this.timer = setTimeout(() => void this.flush(), RETRY);
      return false;
    }
    if (problem.code === "stale") {
      return this.overtaken().catch((failure) => this.refused(failure, {}));
    }
    const faulty = problem.errors.map(({ field }) => field.split(".")[0] as Field);
    const refusals = Object.fromEntries(
      Object.entries(sent).filter(([name]) => faulty.includes(name as Field)),
    );
    this.refusals = { ...this.refusals, ...refusals };
    this.tell({ state: "failed", error });
    return fieldsOf(refusals).length > 0;
  }

  /** Somebody else saved first: both versions of what we both changed are put before the user. */
  private async overtaken(): Promise<boolean> {
    const latest = await this.server.latest();
    const fields = fieldsOf(this.edits).filter(
      (field) => !same(latest[field], this.base[field]) && !same(latest[field], this.edits[field]),
    );
    if (fields.length > 0) {
      this.tell({ state: "conflict", conflict: { latest, fields } });
      return false;
    }
    // Somebody changed other fields: both changes stand, mine goes on top.
    this.base = latest;
    return true;
  }

  private keep(): void {
    const fields = fieldsOf(this.edits);
    if (fields.length === 0) {
      localStorage.removeItem(this.key);
      return;
    }
    const base = Object.fromEntries(
      [...fields, "version" as const].map((name) => [name, this.base[name]]),
    );
    localStorage.setItem(this.key, JSON.stringify({ base, edits: this.edits }));
  }

  private tell(change: Partial<Snapshot>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
