import { QueryClient } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { delay } from "msw";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test, vi } from "vitest";
import { routes } from "./routes";
import { Booting, RouteFailure } from "./states";

const offline = (gone: boolean) => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(!gone);
  window.dispatchEvent(new Event(gone ? "offline" : "online"));
};

test("a page whose code does not arrive says so, and is there by itself when the line is back", async () => {
  let there = false;
  const router = createMemoryRouter(
    [
      {
        path: "*",
        HydrateFallback: Booting,
        ErrorBoundary: RouteFailure,
        element: <p>到了</p>,
        loader: async () => {
          await delay(20);
          if (!there) throw new TypeError("Failed to fetch dynamically imported module");
          return null;
        },
      },
    ],
    { initialEntries: ["/refusals"] },
  );
  offline(true);
  render(<RouterProvider router={router} />);
  expect(await screen.findByText("网络连接已断开，请检查网络后重试")).toBeTruthy();
  there = true;
  offline(false);
  expect(await screen.findByText("到了")).toBeTruthy();
  vi.restoreAllMocks();
});

test("no page is left to the router's own lazy, which shows nothing when its code does not arrive", () => {
  const [root] = routes(new QueryClient());
  const all = [root, ...(root?.children ?? [])];
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((one) => one?.lazy || !one?.loader || !one.ErrorBoundary)).toEqual([]);
});
