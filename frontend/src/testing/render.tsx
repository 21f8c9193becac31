import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { Providers } from "@/app/providers";

/** Draws `page` at `address` inside everything that pages rely on. */
export function show(page: ReactNode, { path = "*", address = "/" } = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(
    [
      { path, element: page },
      { path: "*", element: null },
    ],
    {
      initialEntries: [address],
    },
  );
  render(
    <QueryClientProvider client={queries}>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </QueryClientProvider>,
  );
  return { router, user: userEvent.setup() };
}
