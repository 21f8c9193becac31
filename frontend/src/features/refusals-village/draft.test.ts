import { expect, test } from "vitest";
import type { Me } from "@/api/types";
import { grounds, OWN } from "@/testing/township";
import {
  bodyOf,
  type Draft,
  draftOf,
  EMPTY,
  faultsIn,
  faultsOf,
  firstFaulty,
  namesOf,
  stepOf,
  withGrounds,
} from "./draft";

const TODAY = "2026-11-22";
const whole: Draft = {
  ...EMPTY,
  village: 31,
  department: 4,
  form: "phone",
  demanded_on: "2026-11-20",
  demand: "每周上报台账",
  reasons: ["R2"],
};
const faults = (change: Partial<Draft>, names: string[] = []) =>
  faultsOf({ ...whole, ...change }, TODAY, names);

test("a whole refusal has no faults; each that is missing is told in its step", () => {
  expect(faults({})).toEqual({});
  const none = faultsOf(EMPTY, TODAY, []);
  expect(Object.keys(faultsIn(1, none)).sort()).toEqual([
    "demanded_on",
    "department",
    "form",
    "village",
  ]);
  expect(faultsIn(2, none)).toEqual({ demand: "required", reasons: "needReason" });
  expect([firstFaulty(none), firstFaulty(faults({ demand: " " })), firstFaulty({})]).toEqual([
    1,
    2,
    null,
  ]);
});

test("a day after today and numbers of persons are told before they are sent", () => {
  expect(faults({ demanded_on: "2026-11-23" })).toEqual({ demanded_on: "future" });
  expect(faults({ demand: "打13800138000联系" })).toEqual({ demand: "number" });
  expect(faults({ explanation: "54052219900101123X" })).toEqual({ explanation: "number" });
});

test("who does not wish to be named must not name the village, as people say it, either", () => {
  const names = namesOf({ villages: [OWN], realm: { name: "岗堆镇" } } as unknown as Me, OWN.id);
  expect(names).toEqual(["岗堆村", "岗堆镇", "岗堆"]);
  expect(faults({ anonymous: true, demand: "让岗堆的人去" }, names)).toEqual({ demand: "place" });
  expect(faults({ anonymous: false, demand: "让岗堆的人去" }, names)).toEqual({});
});

test("the system chooses what it finds once, and takes back only what it chose itself", () => {
  const first = withGrounds({ ...whole, reasons: ["R3"] }, grounds({ R2: "没有文书" }));
  expect(first.reasons).toEqual(["R2", "R3"]);
  expect(withGrounds(first, grounds({ R2: "没有文书" }))).toBe(first);
  const unchosen = { ...first, reasons: ["R3"] };
  expect(withGrounds(unchosen, grounds({ R2: "没有文书" })).reasons).toEqual(["R3"]);
  expect(withGrounds(first, grounds({ R4: "期限已满" })).reasons).toEqual(["R3", "R4"]);
});

test("what the server says of an unknown field is shown in the last step", () => {
  expect([stepOf("department"), stepOf("reasons"), stepOf("anonymous"), stepOf("")]).toEqual([
    1, 2, 3, 3,
  ]);
});

test("what was sent can be written on", () => {
  const { told: _told, ...sent } = whole;
  expect(bodyOf(whole)).toEqual(sent);
  expect(draftOf(bodyOf(whole))).toEqual(whole);
});
