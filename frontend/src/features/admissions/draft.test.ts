import { beforeEach, expect, test, vi } from "vitest";
import { ProblemError } from "@/api/problem";
import type { Application, ApplicationPatch } from "@/api/types";
import { application } from "@/testing/samples";
import { Draft } from "./draft";

let stored: Application;
let saves: ApplicationPatch[];
let line: "up" | "down";

beforeEach(() => {
  stored = application;
  saves = [];
  line = "up";
});

const server = {
  save: async (patch: ApplicationPatch) => {
    if (line === "down") throw new ProblemError(0, "offline", "");
    saves.push(patch);
    if (patch.version !== stored.version) throw new ProblemError(409, "stale", "已被他人修改");
    stored = { ...stored, ...patch, version: stored.version + 1 } as Application;
    return stored;
  },
  latest: async () => stored,
};

test("typing is saved a moment later, only the fields typed in, with the version seen", async () => {
  vi.useFakeTimers();
  const draft = new Draft(application, server);
  draft.change({ necessity: "防" });
  draft.change({ necessity: "防汛" });
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(saves).toEqual([{ necessity: "防汛", version: 1 }]);
  expect(draft.snapshot().state).toBe("saved");
});

test("what is typed while a save is on its way is sent next", async () => {
  const draft = new Draft(application, server);
  draft.change({ necessity: "一" });
  const first = draft.flush();
  draft.change({ necessity: "二" });
  await first;
  expect(saves.map((patch) => [patch.necessity, patch.version])).toEqual([
    ["一", 1],
    ["二", 2],
  ]);
});

test("a lost line loses nothing, even when the page is closed", async () => {
  line = "down";
  const draft = new Draft(application, server);
  draft.change({ necessity: "防汛" });
  await draft.flush();
  expect(draft.snapshot().state).toBe("offline");
  line = "up";
  const reopened = new Draft(application, server);
  expect(reopened.restored).toBe(true);
  expect(reopened.values.necessity).toBe("防汛");
  await reopened.flush();
  expect(stored.necessity).toBe("防汛");
  expect(localStorage.length).toBe(0);
});

test("changes to different fields by two people both stand", async () => {
  const draft = new Draft(application, server);
  stored = { ...stored, objective: "别人写的", version: 2 };
  draft.change({ necessity: "我写的" });
  await draft.flush();
  expect(draft.snapshot().conflict).toBeNull();
  expect(stored).toMatchObject({ objective: "别人写的", necessity: "我写的" });
});

test("changes to one field by two people are put before the user, and the choice is kept", async () => {
  const draft = new Draft(application, server);
  stored = { ...stored, necessity: "别人写的", objective: "别人写的", version: 2 };
  draft.change({ necessity: "我写的", objective: "我写的" });
  await draft.flush();
  expect(draft.snapshot().conflict?.fields).toEqual(["necessity", "objective"]);
  expect(stored.necessity).toBe("别人写的");
  await draft.settle(new Set(["necessity"]));
  expect(draft.snapshot().conflict).toBeNull();
  expect(stored).toMatchObject({ necessity: "我写的", objective: "别人写的" });
});

test("a conflict is also noticed when the draft was kept from an earlier visit", async () => {
  line = "down";
  const draft = new Draft(application, server);
  draft.change({ necessity: "我写的" });
  await draft.flush();
  line = "up";
  stored = { ...stored, necessity: "别人写的", version: 2 };
  const reopened = new Draft(stored, server);
  await reopened.flush();
  expect(reopened.snapshot().conflict?.fields).toEqual(["necessity"]);
});

test("what the server will not take waits at its field and holds nothing else up", async () => {
  const strict = {
    ...server,
    save: async (patch: ApplicationPatch) => {
      const errors = [{ field: "extras.copies", detail: "应在 1 至 9 之间" }];
      if (patch.extras) throw new ProblemError(422, "extras", "应在 1 至 9 之间", errors);
      return server.save(patch);
    },
  };
  const draft = new Draft(application, strict);
  draft.change({ necessity: "防汛", extras: { copies: 10 } });
  await draft.flush();
  expect(stored.necessity).toBe("防汛");
  expect(draft.snapshot().state).toBe("failed");
  expect(draft.values.extras).toEqual({ copies: 10 });
  draft.change({ objective: "巡查" });
  await draft.flush();
  expect(stored.objective).toBe("巡查");
  expect(draft.snapshot().state).toBe("failed");
  const saved = saves.length;
  await draft.flush();
  expect(saves).toHaveLength(saved);
});

test("a server that does not answer is asked again by itself", async () => {
  vi.useFakeTimers();
  line = "down";
  const draft = new Draft(application, server);
  draft.change({ necessity: "防汛" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(draft.snapshot().state).toBe("offline");
  line = "up";
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(draft.snapshot().state).toBe("saved");
  expect(stored.necessity).toBe("防汛");
});
