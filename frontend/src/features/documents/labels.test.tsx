import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { Component as Documents } from "./DocumentsPage";

test("what a list can be filtered by is said in the server's words", async () => {
  server.use(
    answers("/api/me", { may: ["documents"] }),
    answers("/api/documents", { items: [], total: 0 }),
    answers("/api/labels", {
      document: [{ value: "valid", label: "仍然有效" }],
      paper: [{ value: "approval", label: "准入的通知" }],
    }),
  );
  const { user, router } = show(<Documents />);
  await user.click(await screen.findByRole("combobox", { name: "效力" }));
  await user.click(await screen.findByText("仍然有效"));
  expect(router.state.location.search).toBe("?status=valid");
});
