import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { noticeHref } from "@/ui/notice-link";
import { Component as Page } from "./NoticesPage";

const notice = (id: number, effect: string, label: string, title: string) => ({
  id,
  effect,
  effect_label: label,
  title,
  text: "",
  page: "matters",
  object_id: id,
  village_name: null,
  created_at: "2026-11-20T02:00:00Z",
});

const KEY = "zhunru.seen.540522.演示.auditor";

function open(address = "/") {
  const asked: URLSearchParams[] = [];
  server.use(
    answers("/api/me", {
      username: "演示",
      role: "auditor",
      may: [],
      realm: { kind: "county", code: "540522" },
    }),
    answers("/api/labels", {
      effect: [
        { value: "added", label: "新增" },
        { value: "removed", label: "取消" },
      ],
    }),
    http.get("*/api/notices", ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({
        total: 2,
        items: [
          notice(9, "removed", "取消", "已撤销，不再承担：河道清漂"),
          notice(4, "added", "新增", "新增准入事项：防火巡查"),
        ],
      });
    }),
  );
  const shown = show(
    <Suspense>
      <Page />
    </Suspense>,
    { address },
  );
  return { ...shown, asked };
}

test("what was removed is said in words like what was added, and leads on", async () => {
  open();
  const removed = await screen.findByRole("link", { name: /已撤销/ });
  expect(removed.getAttribute("href")).toBe("/matters/9");
  expect(removed.closest("li")?.textContent).toContain("取消");
  expect(screen.getByRole("link", { name: /新增准入事项/ }).closest("li")?.textContent).toContain(
    "新增",
  );
});

test("what came since the last visit is set apart, and known the next time", async () => {
  localStorage.setItem(KEY, "4");
  open();
  expect(await screen.findByRole("heading", { name: "上次查看以来" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "更早" })).toBeTruthy();
  await waitFor(() => expect(localStorage.getItem(KEY)).toBe("9"));
});

test("a filtered list marks nothing as seen", async () => {
  localStorage.setItem(KEY, "4");
  const { asked } = open("/?effect=removed");
  await screen.findByRole("link", { name: /已撤销/ });
  expect(asked[0]?.get("effect")).toBe("removed");
  expect(localStorage.getItem(KEY)).toBe("4");
});

test("each effect is a filter in the address", async () => {
  const { user, router } = open();
  await user.click(await screen.findByRole("button", { name: "取消" }));
  expect(router.state.location.search).toBe("?effect=removed");
});

test("a notice leads to its thing, or to the list where there is no such page", () => {
  expect(noticeHref({ page: "configuration", object_id: 4 })).toBe("/configuration/4");
  expect(noticeHref({ page: "calendar", object_id: 2027 })).toBe("/calendar");
  expect(noticeHref({ page: "placements", object_id: null })).toBe("/placements");
  expect(noticeHref({ page: "", object_id: null })).toBe("");
});
