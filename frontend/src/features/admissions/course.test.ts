import { expect, test } from "vitest";
import { comingAfter, stagesOf } from "./course";

const bodies = [
  { body: "leader", label: "分管县领导" },
  { body: "joint_meeting", label: "联席会议" },
];

test("the course names the bodies of this very application", () => {
  expect(stagesOf({ bodies }).slice(4, 6)).toEqual(["at_leader", "at_joint_meeting"]);
  expect(stagesOf({ bodies: [] })).not.toContain("at_committee");
});

test("what is to come follows where it stands", () => {
  expect(comingAfter({ status: "reviewed", bodies })).toEqual([
    "at_leader",
    "at_joint_meeting",
    "approved",
    "issued",
  ]);
  expect(comingAfter({ status: "draft", bodies })).toHaveLength(8);
});

test("a correction is submitted again, a deferral taken up again, an end has nothing after it", () => {
  expect(comingAfter({ status: "returned", bodies })[0]).toBe("submitted");
  expect(comingAfter({ status: "deferred", bodies })[0]).toBe("first_reviewed");
  for (const status of ["rejected", "converted", "merged", "recalled", "lapsed", "not_accepted"]) {
    expect(comingAfter({ status, bodies })).toEqual([]);
  }
});
