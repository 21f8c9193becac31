import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ExportLinks } from "./ExportLinks";

test("what is exported is what is filtered, not the page that is shown", () => {
  const address = new URLSearchParams("status=draft&ordering=due_on&page=3&size=50");
  render(<ExportLinks path="/api/applications/export" address={address} total={7} />);
  expect(screen.getByRole("link", { name: "Excel" }).getAttribute("href")).toBe(
    "/api/applications/export?status=draft&ordering=due_on&format=xlsx",
  );
});

test("who asks for more than a file holds is told so beforehand", () => {
  const address = new URLSearchParams();
  render(<ExportLinks path="/api/applications/export" address={address} total={10_001} />);
  expect(screen.getByText(/最多导出 10000 条/)).toBeTruthy();
});
