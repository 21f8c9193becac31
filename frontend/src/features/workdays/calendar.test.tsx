import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { answers, problem, server } from "@/testing/server";
import { Component as Page } from "./CalendarPage";

const day = (date: string) => ({
  date,
  working: ![6, 0].includes(new Date(date).getUTCDay()),
  name: "",
  source: "",
  exceptional: false,
});

const year = (entered: boolean) => ({
  year: 2027,
  entered,
  source: entered ? "国办发明电〔2026〕9号" : "",
  note: "",
  warning: entered ? null : "2027年工作日历尚未录入，请联系县系统管理员",
  months: [
    {
      month: 10,
      working_days: 20,
      days: ["2027-10-01", "2027-10-02", "2027-10-03"].map(day),
    },
  ],
});

function open(role: string, entered = true) {
  countyAnswers(role);
  server.use(
    answers("/api/calendar/warnings", { years: [], undated: 0 }),
    answers("/api/calendar/2027", year(entered)),
    answers("/api/calendar/2027/history", []),
  );
  return show(
    <Suspense>
      <Page />
    </Suspense>,
    { address: "/?year=2027" },
  );
}

test("a year that was not entered is said loudly, and nothing is guessed", async () => {
  open("auditor", false);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("2027年工作日历尚未录入");
  expect(screen.queryByTestId("enter")).toBeNull();
});

test("the administrator reaches a day by the arrows and says of several that people rest", async () => {
  let sent: unknown;
  server.use(
    http.put("*/api/calendar/2027/days", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(year(true));
    }),
  );
  const { user } = open("county_admin");
  const first = await screen.findByRole("button", { name: /10月1日/ });
  first.focus();
  await user.keyboard("{ArrowRight}{ArrowLeft}{Enter}");
  await screen.findByRole("dialog");
  await user.type(screen.getByLabelText("名称"), "国庆节");
  await user.clear(screen.getByLabelText("至（含当日）"));
  await user.type(screen.getByLabelText("至（含当日）"), "2027-10-03");
  await user.click(screen.getByTestId("save-day"));
  await waitFor(() =>
    expect(sent).toEqual({
      days: ["2027-10-01", "2027-10-02", "2027-10-03"].map((date) => ({
        date,
        working: false,
        name: "国庆节",
      })),
      reason: "",
    }),
  );
});

test("a day without the name that it needs is told at its field", async () => {
  server.use(
    http.put("*/api/calendar/2027/days", () =>
      problem(422, "invalid", "请改正标出的各项", {
        errors: [{ field: "days.0.name", detail: "请填写名称" }],
      }),
    ),
  );
  const { user } = open("county_admin");
  await user.click(await screen.findByRole("button", { name: /10月1日/ }));
  await user.click(await screen.findByTestId("save-day"));
  expect(await screen.findByText("请填写名称")).toBeTruthy();
});

test("whoever does not keep the calendar finds no buttons in it", async () => {
  open("social_work_head");
  await screen.findByText(/国办发明电/);
  expect(screen.queryByRole("button", { name: /10月1日/ })).toBeNull();
});

test("a bare year must be confirmed to be one", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/calendar/2027/enter", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(year(true));
    }),
  );
  const { user } = open("county_admin", false);
  await user.click(await screen.findByRole("checkbox", { name: /没有任何节假日/ }));
  await user.click(screen.getByTestId("enter"));
  await waitFor(() => expect(sent).toEqual({ source: "", note: "", confirmed: true }));
});
