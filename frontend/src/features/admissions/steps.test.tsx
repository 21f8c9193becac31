import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Application } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { application } from "@/testing/samples";
import { answers, problem, server } from "@/testing/server";
import { Component as Page } from "./ApplicationPage";

let sent: Record<string, unknown> | undefined;

/** The page of an application on which the one step may be taken. */
function at(
  step: string,
  label: string,
  more: Partial<Application> = {},
  role = "social_work_clerk",
) {
  countyAnswers(role);
  sent = undefined;
  const filed = {
    ...application,
    status: "accepted",
    status_label: "已受理",
    editable: false,
    ...more,
  };
  server.use(
    answers("/api/applications/7", filed),
    answers("/api/applications/7/history", []),
    answers("/api/applications/7/actions", [{ name: step, label, hindrance: null }]),
    answers("/api/applications/7/similar", []),
    answers("/api/applications/7/hits", []),
    answers("/api/applications/7/opinions", []),
    http.post(`*/api/applications/7/${step}`, async ({ request }) => {
      sent = (await request.json()) as Record<string, unknown>;
      return HttpResponse.json(filed);
    }),
  );
  return show(<Page />, { path: "/applications/:id", address: "/applications/7" });
}

const dialog = async (step: string, user: ReturnType<typeof show>["user"]) => {
  await user.click(await screen.findByTestId(`step-${step}`));
  return within(await screen.findByRole("dialog"));
};
const confirmed = async (step: string, user: ReturnType<typeof show>["user"]) => {
  await user.click(screen.getByTestId(`confirm-${step}`));
  await waitFor(() => expect(sent).toBeTruthy());
  return sent;
};

beforeEach(() => {
  sent = undefined;
});

test("a correction lists every defect in a row of its own; an empty row is not sent", async () => {
  const { user } = at("return_for_correction", "退回补正");
  const asked = await dialog("return_for_correction", user);
  await user.click(asked.getByTestId("add-defects"));
  await user.type(asked.getByLabelText("第 1 条"), "缺依据原文");
  await user.click(screen.getByTestId("confirm-return_for_correction"));
  expect(await asked.findByText("请填写第 2 条")).toBeTruthy();
  await user.type(asked.getByLabelText("第 2 条"), "经费来源不明");
  await user.click(asked.getByTestId("add-defects"));
  await user.click(asked.getByRole("button", { name: "删除 第 3 条" }));
  expect(await confirmed("return_for_correction", user)).toMatchObject({
    version: 1,
    defects: ["缺依据原文", "经费来源不明"],
  });
});

test("on acceptance villages of the scope and departments may be named to be heard", async () => {
  const { user } = at("accept", "受理", { scope: ["540522100201"] });
  const asked = await dialog("accept", user);
  expect(asked.getByText("按设置将自动征求：乡镇、村（社区）。")).toBeTruthy();
  await user.click(await asked.findByText("吉雄镇（0 / 1）"));
  await user.click(asked.getByRole("checkbox", { name: "甲村" }));
  expect(asked.queryByText("乙村")).toBeNull();
  await user.click(asked.getByRole("combobox", { name: "另外征求的部门" }));
  await user.click(await screen.findByTitle("县财政局"));
  expect(await confirmed("accept", user)).toMatchObject({
    villages: ["540522100201"],
    departments: [4],
  });
});

test("what is owed already is not accepted, with a pointer to the entry of a list", async () => {
  const { user } = at("not_accept", "不予受理");
  server.use(
    answers("/api/entries", {
      items: [{ id: 12, kind_label: "协助事项清单", code: "XZ-12", title: "防汛值守" }],
      total: 1,
    }),
  );
  const asked = await dialog("not_accept", user);
  await user.type(asked.getByLabelText("理由"), "已在清单中");
  await user.click(asked.getByRole("combobox"));
  await user.click(await screen.findByTitle("协助事项清单 XZ-12 防汛值守"));
  expect(await confirmed("not_accept", user)).toMatchObject({ reasons: "已在清单中", entry: 12 });
});

test("the first review judges each similar matter, with a reason", async () => {
  const similar = [21, 22].map((id) => ({
    id,
    code: `540522-SX-00${id}`,
    title: `汛期巡查${id}`,
    department: "县水利局",
    status: "in_force",
    status_label: "生效",
    score: 0.8,
  }));
  const { user } = at("first_review", "初审");
  server.use(answers("/api/applications/7/similar", similar));
  const asked = await dialog("first_review", user);
  await user.type(asked.getByLabelText("初审意见"), "材料齐全");
  for (const { id } of similar) {
    const one = within(await asked.findByTestId(`similar-${id}`));
    expect(one.getByText(/名称相似度 80%/)).toBeTruthy();
    await user.type(one.getByLabelText("认定理由"), "对象不同");
    if (id === 21) await user.click(one.getByRole("radio", { name: "不同事项" }));
  }
  await user.click(screen.getByTestId("confirm-first_review"));
  expect(await asked.findByText("请填写与“汛期巡查22”是否相同")).toBeTruthy();
  await user.click(
    within(asked.getByTestId("similar-22")).getByRole("radio", { name: "应当合并" }),
  );
  expect(await confirmed("first_review", user)).toMatchObject({
    opinion: "材料齐全",
    similar: [
      { matter: 21, judgement: "different", reason: "对象不同" },
      { matter: 22, judgement: "merge", reason: "对象不同" },
    ],
  });
});

test("the first review may name an entry of the negative list, and says what follows before it is saved", async () => {
  const { user } = at("first_review", "初审");
  const lists: (string | null)[] = [];
  server.use(
    http.get("*/api/entries", ({ request }) => {
      lists.push(new URL(request.url).searchParams.get("list"));
      const items = [{ id: 31, kind_label: "负面清单", code: "FM-07", title: "拆迁拆违" }];
      return HttpResponse.json({ items, total: 1 });
    }),
  );
  const asked = await dialog("first_review", user);
  expect(asked.getByText(/选择后初审即被拦截/)).toBeTruthy();
  await user.type(asked.getByLabelText("初审意见"), "实为拆迁");
  await user.click(asked.getByRole("combobox", { name: "属于负面清单的条目（没有的不选）" }));
  await user.click(await screen.findByTitle("负面清单 FM-07 拆迁拆违"));
  expect(await confirmed("first_review", user)).toMatchObject({ negative_entry: 31 });
  expect(new Set(lists)).toEqual(new Set(["negative"]));
});

test("an approval may carry conditions, one in each row", async () => {
  const { user } = at("approve", "登记同意决定", {}, "decision_recorder");
  const asked = await dialog("approve", user);
  await user.type(asked.getByLabelText("决定编号"), "5号");
  await user.type(asked.getByLabelText("会议日期"), "2026-11-20");
  await user.click(asked.getByTestId("add-conditions"));
  await user.type(asked.getByLabelText("第 1 条"), "不得另建台账");
  expect(await confirmed("approve", user)).toMatchObject({ conditions: ["不得另建台账"] });
});

test("a deferral names its date, and the server's refusal stands at that field", async () => {
  const { user } = at("defer", "登记暂缓决定", {}, "decision_recorder");
  server.use(
    http.post("*/api/applications/7/defer", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "resubmit_on", detail: "再次提请日期须晚于会议日期" }],
      }),
    ),
  );
  const asked = await dialog("defer", user);
  await user.type(asked.getByLabelText("决定编号"), "5号");
  await user.type(asked.getByLabelText("会议日期"), "2026-11-20");
  await user.type(asked.getByLabelText("理由"), "待条件成熟");
  await user.type(asked.getByLabelText("再次提请日期"), "2026-11-01");
  await user.click(screen.getByTestId("confirm-defer"));
  expect(await asked.findByText("再次提请日期须晚于会议日期")).toBeTruthy();
});

test("an application is merged into a matter that is picked by name", async () => {
  const { user } = at("merge_into", "登记并入决定", {}, "decision_recorder");
  server.use(
    answers("/api/matters", { items: [{ id: 9, code: "SX-0009", title: "防汛巡查" }], total: 1 }),
  );
  const asked = await dialog("merge_into", user);
  await user.type(asked.getByLabelText("决定编号"), "5号");
  await user.type(asked.getByLabelText("会议日期"), "2026-11-20");
  await user.type(asked.getByLabelText("理由"), "内容相同");
  await user.click(asked.getByRole("combobox", { name: "并入的事项" }));
  await user.click(await screen.findByTitle("SX-0009 防汛巡查"));
  expect(await confirmed("merge_into", user)).toMatchObject({ matter: 9, reasons: "内容相同" });
});

test("the second review shows what it builds on", async () => {
  const first_review = { opinion: "材料齐全", similar: [], reviewer: "演示经办员" };
  const { user } = at("review", "复审", { first_review, status: "first_reviewed" });
  server.use(
    answers("/api/applications/7/opinions", [
      opinion({ position: "objection", text: "人手不足", reply: "已减少频次" }),
    ]),
  );
  const asked = await dialog("review", user);
  expect(asked.getByText("材料齐全")).toBeTruthy();
  expect(await asked.findByText(/人手不足（已减少频次）/)).toBeTruthy();
  for (const name of ["合法性结论", "可行性结论", "合理性结论"]) {
    expect(asked.getByRole("radiogroup", { name })).toBeTruthy();
  }
});

function opinion(more: object) {
  return {
    id: 1,
    who: "吉雄镇 甲村",
    party: "village",
    party_label: "村（社区）",
    purpose: "admission",
    position: "",
    position_label: "",
    text: "",
    due_on: null,
    answered_at: "2026-11-20T02:00:00Z",
    silent: false,
    reply: "",
    ...more,
  };
}
