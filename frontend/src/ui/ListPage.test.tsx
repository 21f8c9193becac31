import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { countyQuery } from "@/api/client";
import type { ListQuery } from "@/api/queries";
import { show } from "@/testing/render";
import { problem, server } from "@/testing/server";
import { ListPage } from "./ListPage";

const townships = ({ filters, ...page }: ListQuery<object>) =>
  countyQuery.queryOptions("get", "/api/townships", { params: { query: { ...page, ...filters } } });

const page = (
  <ListPage
    name="test"
    title="乡镇"
    query={townships}
    rowKey={(row) => row.id}
    href={(row) => `/villages?township_id=${row.id}`}
    columns={[
      { key: "name", title: "名称", render: (row) => row.name, ordering: "name" },
      { key: "code", title: "代码", render: (row) => row.code, extra: true },
    ]}
  />
);

function answering(total = 45) {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get("*/api/townships", ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({
        items: [{ id: 1, code: "540522100", name: "吉雄镇", village_count: 5 }],
        total,
      });
    }),
  );
  return asked;
}

test("rows come from the server, the first column leads on, chosen columns only", async () => {
  answering();
  show(page);
  const link = await screen.findByRole("link", { name: "吉雄镇" });
  expect(link.getAttribute("href")).toBe("/villages?township_id=1");
  expect(screen.getByText("共 45 条")).toBeTruthy();
  expect(screen.queryByText("540522100")).toBeNull();
});

test("search, order and page go into the address and to the server", async () => {
  const asked = answering();
  const { user, router } = show(page);
  await user.type(await screen.findByRole("searchbox"), "吉雄{Enter}");
  await waitFor(() => expect(router.state.location.search).toContain("q="));
  await user.click(screen.getByRole("columnheader", { name: /名称/ }));
  await waitFor(() => expect(asked.at(-1)?.get("ordering")).toBe("name"));
  await user.click(screen.getByTitle("2"));
  await waitFor(() => expect(asked.at(-1)?.get("offset")).toBe("20"));
  expect(asked.at(-1)?.get("q")).toBe("吉雄");
});

test("nothing found and not allowed are said in words", async () => {
  server.use(http.get("*/api/townships", () => HttpResponse.json({ items: [], total: 0 })));
  show(page, { address: "/?q=没有" });
  expect(await screen.findByText("没有符合条件的记录")).toBeTruthy();
  server.use(http.get("*/api/townships", () => problem(403, "forbidden", "无权")));
  show(page);
  expect(await screen.findByText("没有查看此页的权限")).toBeTruthy();
});
