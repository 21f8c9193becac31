import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as Plan } from "./PlanPage";
import { Component as Record } from "./RecordPage";

const waiting = (id: number, title: string, more: object = {}) => ({
  id,
  title,
  department: "县水务局",
  kind_label: "新增准入",
  category_label: "常规类",
  object_type_label: "工作事项",
  recommendation: `建议同意${title}`,
  deciding: true,
  due_on: null,
  meeting_id: null,
  ...more,
});

beforeEach(() => {
  countyAnswers("social_work_clerk");
  server.use(
    answers("/api/meetings/waiting", [
      waiting(1, "甲事项"),
      waiting(2, "乙事项"),
      waiting(3, "丙事项", { meeting_id: 9 }),
    ]),
  );
});

const titles = () => screen.getAllByTestId("agenda-item").map((one) => one.textContent);

test("an agenda is put together and put in order by keyboard, and each move is said", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/meetings", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 5 }, { status: 201 });
    }),
  );
  const { user, router } = show(<Plan />);
  expect(await screen.findByText("另有 1 个申请已列入其他会议的议题")).toBeTruthy();
  expect(screen.getByText("建议同意甲事项")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "将“甲事项”列入议题" }));
  await user.click(screen.getByRole("button", { name: "将“乙事项”列入议题" }));
  const up = screen.getByRole("button", { name: "上移“乙事项”" });
  up.focus();
  await user.keyboard("{Enter}");
  expect(titles()[0]).toContain("乙事项");
  expect(screen.getByText("“乙事项”移至第 1 项")).toBeTruthy();
  const after = screen.getByRole("button", { name: "上移“乙事项”" });
  expect(document.activeElement).toBe(after);
  expect(after.getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByTestId("save-meeting"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/meetings/5"));
  expect(sent).toMatchObject({ body: "committee", applications: [2, 1] });
});

test("what is taken off waits again", async () => {
  const { user } = show(<Plan />);
  await user.click(await screen.findByRole("button", { name: "全部列入" }));
  expect(titles()).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "将“甲事项”移出议题" }));
  expect(titles()).toHaveLength(1);
  expect(screen.getByRole("button", { name: "将“甲事项”列入议题" })).toBeTruthy();
});

const item = (id: number, title: string) => ({
  id,
  position: id,
  application_id: id * 10,
  title,
  department: "县水务局",
  kind_label: "新增准入",
  category_label: "常规类",
  status: "at_committee",
  status_label: "待县委常委会研究",
  recommendation: "建议同意",
  deciding: true,
  outcome: "",
  outcome_label: "",
  reasons: "",
  conditions: [],
});

const meeting = {
  id: 5,
  version: 2,
  body: "committee",
  body_label: "县委常委会",
  held_on: "2026-11-20",
  number: "",
  status: "planned",
  status_label: "筹备中",
  items: [item(1, "甲事项"), item(2, "乙事项")],
};

const recording = () => {
  server.use(answers("/api/meetings/5", meeting));
  return show(<Record />, { path: "/meetings/:id/record", address: "/meetings/5/record" });
};
const of = (application: number) => within(screen.getByTestId(`record-${application}`));

test("each outcome asks for its own words, and all go in one act", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/meetings/5/record", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(meeting);
    }),
  );
  const { user } = recording();
  await user.type(await screen.findByLabelText("会议编号"), "常委会〔2026〕9号");
  await user.click(of(20).getByLabelText("不同意"));
  await user.click(screen.getByTestId("save-record"));
  expect(await screen.findByText("请填写理由")).toBeTruthy();
  expect(of(10).getByText("请填写研究结果")).toBeTruthy();
  await user.type(of(20).getByLabelText("理由"), "与清单重复");
  await user.click(screen.getByRole("button", { name: "其余议题均登记为同意" }));
  await user.click(of(10).getByRole("button", { name: /添加条件/ }));
  await user.type(of(10).getByLabelText("条件 1"), "不另建台账");
  await user.click(screen.getByTestId("save-record"));
  await waitFor(() =>
    expect(sent).toEqual({
      version: 2,
      number: "常委会〔2026〕9号",
      items: [
        { application: 10, outcome: "approve", conditions: ["不另建台账"] },
        { application: 20, outcome: "reject", reasons: "与清单重复" },
      ],
    }),
  );
});

test("the server's fault stands at its item, and what was written is still there", async () => {
  server.use(
    http.post("*/api/meetings/5/record", () =>
      problem(409, "invalid", "“乙事项”：再次提请日期须晚于会议日期", {
        field: "items.1.resubmit_on",
      }),
    ),
  );
  const { user } = recording();
  await user.type(await screen.findByLabelText("会议编号"), "9号");
  await user.click(of(10).getByLabelText("同意"));
  await user.click(of(20).getByLabelText("暂缓"));
  await user.type(of(20).getByLabelText("再次提请日期"), "2026-11-01");
  await user.type(of(20).getByLabelText("理由"), "再议");
  await user.click(screen.getByTestId("save-record"));
  expect(await of(20).findByText("“乙事项”：再次提请日期须晚于会议日期")).toBeTruthy();
  expect((screen.getByLabelText("会议编号") as HTMLInputElement).value).toBe("9号");
});

test("a meeting that was held is recorded once", async () => {
  server.use(answers("/api/meetings/5", { ...meeting, status: "held", status_label: "已召开" }));
  show(<Record />, { path: "/meetings/:id/record", address: "/meetings/5/record" });
  expect(await screen.findByText("该会议已召开，不能再登记结果")).toBeTruthy();
});
