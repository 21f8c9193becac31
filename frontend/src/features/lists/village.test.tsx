import { screen, waitFor, within } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { asked, difference, onDay, row } from "@/testing/lists";
import { show } from "@/testing/render";
import { village } from "@/testing/samples";
import { answers, server } from "@/testing/server";
import { OWN, townshipAnswers } from "@/testing/township";
import { Component as MinePage } from "./MinePage";

const CODE = "540522103201";
let days: string[];

function as(role: string) {
  townshipAnswers(role);
  days = [];
  server.use(
    answers("/api/acknowledgements", [asked]),
    answers("/api/editions/5/difference", difference),
    answers("/api/villages", {
      items: [
        { ...village(CODE, "岗堆村", "岗堆镇"), id: OWN.id },
        village("540522103202", "邻村", "岗堆镇"),
      ],
      total: 2,
    }),
    http.get("*/api/lists/duties/:village/:day", ({ params }) => {
      days.push(`${params.village} ${params.day}`);
      return HttpResponse.json([
        onDay("statutory", [row({ id: 1, code: "S-001", title: "召开村民会议" })]),
        onDay("assist", []),
        onDay("negative", [row({ title_bo: "བོད་ཡིག" })]),
      ]);
    }),
  );
}

const open = (address = "/lists/mine") =>
  show(
    <Suspense>
      <MinePage />
    </Suspense>,
    { path: "/lists/mine", address },
  );

beforeEach(() => as("village_officer"));

test("a village reads what it owes, what it assists in and what nobody may ask, with the paper of each", async () => {
  open();
  expect(await screen.findByRole("heading", { name: "谁也不能要求我们做什么" })).toBeTruthy();
  const owed = within(screen.getByTestId("group-statutory"));
  expect(owed.getByText("S-001 召开村民会议")).toBeTruthy();
  expect(owed.getByText("清单文书（PDF）").getAttribute("href")).toBe("/api/editions/5/paper.pdf");
  expect(
    within(screen.getByTestId("group-assist")).getByText("没有适用于本村（社区）的事项"),
  ).toBeTruthy();
  expect(screen.getByText("བོད་ཡིག").getAttribute("lang")).toBe("bo");
  expect(screen.queryByLabelText("村（社区）")).toBeNull();
});

test("what was removed is read before it is confirmed", async () => {
  let confirmed = 0;
  server.use(
    http.post("*/api/acknowledgements/48/confirm", async () => {
      confirmed += 1;
      await delay(50);
      server.use(answers("/api/acknowledgements", []));
      return HttpResponse.json({ ...asked, done_at: "2026-11-22T00:00:00Z" });
    }),
  );
  const { user } = open();
  const first = await screen.findByTestId("removed-first");
  expect(within(first).getByText("巡河打卡").tagName).toBe("DEL");
  await user.dblClick(screen.getByTestId("confirm-48"));
  await waitFor(() => expect(screen.queryByTestId("to-note")).toBeNull());
  expect(confirmed).toBe(1);
});

test("a township looks at each of its villages, on the day that the address names", async () => {
  as("township_officer");
  open("/lists/mine?village=540522103202&on=2026-05-01");
  await waitFor(() => expect(days).toEqual(["540522103202 2026-05-01"]));
  expect(screen.getByLabelText("村（社区）")).toBeTruthy();
  expect((screen.getByLabelText("查看某日的清单") as HTMLInputElement).value).toBe("2026-05-01");
});
