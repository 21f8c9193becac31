/** A page of the app: its address, its code (fetched when needed) and the data it will want. */

import type { ComponentType } from "react";
import { type LoaderFunctionArgs, type RouteObject, useLoaderData } from "react-router";
import { pagePhrases } from "@/locales/i18n";
import { RouteFailure } from "./states";

type Fetch = (address: URL, id: number) => Promise<unknown>[];
type Module = { Component: ComponentType };
export type Load = () => Promise<Module>;

/**
 * A page whose code and data travel at the same time; the page itself shows loading and failure of its data. The
 * router's own `lazy` shows nothing at all, for ever, when the code does not arrive: so the loader brings it.
 */
export function page(path: string, load: Load, fetch?: Fetch): RouteObject {
  return {
    path,
    Component: Arrived,
    loader: async ({ request, params }: LoaderFunctionArgs) => {
      fetch?.(new URL(request.url), Number(params.id));
      const [{ Component }] = await Promise.all([load(), pagePhrases()]);
      return Component;
    },
    ErrorBoundary: RouteFailure,
  };
}

/** What the loader has brought. */
export function Arrived() {
  const Page = useLoaderData() as ComponentType;
  return <Page />;
}
