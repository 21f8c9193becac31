/** The pages on papers themselves: drafting, seals, templates, batches, the archive. */

import type { RouteObject } from "react-router";
import { page } from "./page";

export function paperRoutes(): RouteObject[] {
  return [
    page("batches", () => import("@/features/batches/BatchesPage")),
    page("batches/:id", () => import("@/features/batches/BatchPage")),
    page("archive", () => import("@/features/archive/ArchivePage")),
    page("templates", () => import("@/features/templates/TemplatesPage")),
    page("templates/:name", () => import("@/features/templates/TemplatePage")),
  ];
}
