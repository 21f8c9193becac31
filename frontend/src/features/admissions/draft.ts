/**
 * A draft that saves itself: what is typed is kept on this machine at once and sent a moment later.
 * Nothing typed is lost when the line drops, when the page is closed, or when somebody else saved first.
 */

import { problemOf } from "@/api/problem";
import type { Application, ApplicationPatch } from "@/api/types";

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
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const fieldsOf = (edits: Edits) => Object.keys(edits) as Field[];

export class Draft {
  private base: Application;
  private edits: Edits = {};
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
    if (this.now.state !== "conflict") this.tell({ state: "unsaved" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Sends what is not saved yet; one request at a time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    const sent = { ...this.edits };
    if (this.busy || this.now.conflict || fieldsOf(sent).length === 0) return;
    this.busy = true;
    this.tell({ state: "saving" });
    try {
      this.base = await this.server.save({ ...sent, version: this.base.version });
      this.edits = Object.fromEntries(
        Object.entries(this.edits).filter(([name, value]) => !same(value, sent[name as Field])),
      );
      this.keep();
      this.tell({ state: "saved", savedAt: new Date(), error: null });
    } catch (error) {
      await this.refused(error);
    } finally {
      this.busy = false;
    }
    if (this.now.state === "saved") await this.flush();
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

  private async refused(error: unknown): Promise<void> {
    const problem = problemOf(error);
    if (problem.status === 0) {
      this.tell({ state: "offline", error });
      return;
    }
    if (problem.code !== "stale") return this.tell({ state: "failed", error });
    const latest = await this.server.latest();
    const fields = fieldsOf(this.edits).filter(
      (field) => !same(latest[field], this.base[field]) && !same(latest[field], this.edits[field]),
    );
    if (fields.length > 0) return this.tell({ state: "conflict", conflict: { latest, fields } });
    // Somebody changed other fields: both changes stand, mine goes on top.
    this.base = latest;
    this.tell({ state: "saved" });
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
