/** The pages on papers themselves: drafting, seals, templates, batches, the archive. */

import type { RouteObject } from "react-router";
import { page } from "./page";

export function paperRoutes(): RouteObject[] {
  return [
    page("batches", () => import("@/features/batches/BatchesPage")),
    page("batches/:id", () => import("@/features/batches/BatchPage")),
    page("archive", () => import("@/features/archive/ArchivePage")),
    page("drafts", () => import("@/features/drafts/DraftsPage")),
    page("drafts/:id", () => import("@/features/drafts/DraftPage")),
    page("seal-uses", () => import("@/features/seal-uses/SealUsesPage")),
    page("seal-uses/:id", () => import("@/features/seal-uses/SealUsePage")),
    page("seals", () => import("@/features/seals/SealsPage")),
    page("seals/:id", () => import("@/features/seals/SealPage")),
    page("templates", () => import("@/features/templates/TemplatesPage")),
    page("templates/:name", () => import("@/features/templates/TemplatePage")),
  ];
}
