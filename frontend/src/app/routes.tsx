/** Every page of the app: its address, its code (fetched when needed) and the data it will want. */

import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { meQuery } from "@/api/me";
import { applicationList, applicationOne } from "@/features/admissions/queries";
import { consultationList, consultationOne } from "@/features/consultations/queries";
import { documentList, documentOne } from "@/features/documents/queries";
import { todoQuery } from "@/features/home/queries";
import { legacyList } from "@/features/legacy/queries";
import { editionOne, entryList, entryOne, listsQuery } from "@/features/lists/queries";
import { matterList, matterOne } from "@/features/matters/queries";
import { meetingList, meetingOne } from "@/features/meetings/queries";
import { askedOfMe } from "@/features/opinions/queries";
import { boardQuery } from "@/features/oversight/queries";
import { refusalList, refusalOne } from "@/features/refusals/queries";
import { readListQuery } from "@/ui/list-query";
import { certificateRoutes } from "./certificate-routes";
import { contractRoutes } from "./contract-routes";
import { Arrived, type Load, page } from "./page";
import { paperRoutes } from "./paper-routes";
import { Booting, RouteFailure } from "./states";

export function routes(queries: QueryClient): RouteObject[] {
  const want = queries.prefetchQuery.bind(queries);
  const list = <Filters,>(address: URL) => readListQuery<Filters>(address.searchParams);
  /** The same address on both hosts, each with a page of its own; nobody fetches the other's. */
  const either =
    (county: Load, township: Load): Load =>
    async () =>
      (await queries.ensureQueryData(meQuery())).realm.kind === "county" ? county() : township();
  /** One piece of code: who has the form has the list, too, when the line is gone. */
  const refusing = async (name: keyof typeof import("@/features/refusals-village/refusing")) => ({
    Component: (await import("@/features/refusals-village/refusing"))[name],
  });
  return [
    {
      id: "root",
      path: "/",
      Component: Arrived,
      loader: async () => {
        const [{ Shell }] = await Promise.all([
          import("./Shell"),
          queries.ensureQueryData(meQuery()),
        ]);
        return Shell;
      },
      HydrateFallback: Booting,
      ErrorBoundary: RouteFailure,
      children: [
        page(
          "",
          () => import("@/features/home/HomePage"),
          () => [want(todoQuery())],
        ),
        page(
          "lists",
          () => import("@/features/lists/ListsPage"),
          (a) => [want(listsQuery()), want(entryList(list(a)))],
        ),
        page("lists/mine", () => import("@/features/lists/MinePage")),
        page("lists/compare", () => import("@/features/lists/ComparePage")),
        page("lists/duties", () => import("@/features/lists/DutiesPage")),
        page("lists/:kind/editions", () => import("@/features/lists/EditionsPage")),
        page("lists/:kind/on/:date", () => import("@/features/lists/DatePage")),
        page(
          "lists/editions/:id",
          () => import("@/features/lists/EditionPage"),
          (_, id) => [want(editionOne(id))],
        ),
        page("lists/editions/:id/import", () => import("@/features/lists/ImportPage")),
        page("lists/editions/:edition/entries/new", () => import("@/features/lists/EntryFormPage")),
        page(
          "lists/:id",
          () => import("@/features/lists/EntryPage"),
          (_, id) => [want(entryOne(id))],
        ),
        page("lists/:id/edit", () => import("@/features/lists/EntryFormPage")),
        page("legal-bases", () => import("@/features/lists/BasesPage")),
        page("legal-bases/:id", () => import("@/features/lists/BasisPage")),
        page(
          "applications",
          () => import("@/features/admissions/ApplicationsPage"),
          (a) => [want(applicationList(list(a)))],
        ),
        page("applications/new", () => import("@/features/admissions/NewApplicationPage")),
        page(
          "applications/:id",
          () => import("@/features/admissions/ApplicationPage"),
          (_, id) => [want(applicationOne(id))],
        ),
        page(
          "applications/:id/edit",
          () => import("@/features/admissions/ApplicationFormPage"),
          (_, id) => [want(applicationOne(id))],
        ),
        page(
          "matters",
          () => import("@/features/matters/MattersPage"),
          (a) => [want(matterList(list(a)))],
        ),
        page(
          "matters/:id",
          () => import("@/features/matters/MatterPage"),
          (_, id) => [want(matterOne(id))],
        ),
        page(
          "documents",
          () => import("@/features/documents/DocumentsPage"),
          (a) => [want(documentList(list(a)))],
        ),
        page(
          "documents/:id",
          () => import("@/features/documents/DocumentPage"),
          (_, id) => [want(documentOne(id))],
        ),
        page(
          "legacy",
          () => import("@/features/legacy/LegacyPage"),
          (a) => [want(legacyList(list(a)))],
        ),
        page("legacy/import", () => import("@/features/legacy/ImportPage")),
        page("expiries", () => import("@/features/matters/CalendarPage")),
        page(
          "meetings",
          () => import("@/features/meetings/MeetingsPage"),
          (a) => [want(meetingList(list(a)))],
        ),
        page("meetings/new", () => import("@/features/meetings/PlanPage")),
        page(
          "meetings/:id",
          () => import("@/features/meetings/MeetingPage"),
          (_, id) => [want(meetingOne(id))],
        ),
        page("meetings/:id/edit", () => import("@/features/meetings/PlanPage")),
        page("meetings/:id/record", () => import("@/features/meetings/RecordPage")),
        page("meetings/:id/agenda", () => import("@/features/meetings/AgendaPage")),
        page(
          "refusals",
          either(
            () => import("@/features/refusals/RefusalsPage"),
            () => refusing("RefusalsPage"),
          ),
          (a) => [want(refusalList(list(a)))],
        ),
        page(
          "refusals/new",
          either(
            () => import("./MissingPage"),
            () => refusing("RefusePage"),
          ),
        ),
        page(
          "refusals/:id",
          either(
            () => import("@/features/refusals/RefusalPage"),
            () => refusing("RefusalPage"),
          ),
          (_, id) => [want(refusalOne(id))],
        ),
        page(
          "opinions",
          () => import("@/features/opinions/OpinionsPage"),
          () => [want(askedOfMe())],
        ),
        page(
          "opinions/:id",
          () => import("@/features/opinions/OpinionsPage"),
          () => [want(askedOfMe())],
        ),
        page(
          "consultations",
          () => import("@/features/consultations/ConsultationsPage"),
          (a) => [want(consultationList(list(a)))],
        ),
        page(
          "consultations/:id",
          () => import("@/features/consultations/ConsultationPage"),
          (_, id) => [want(consultationOne(id))],
        ),
        page(
          "urgent",
          either(
            () => import("@/features/urgent/UrgentPage"),
            () => import("@/features/urgent-reports/ReportsPage"),
          ),
        ),
        page(
          "urgent/new",
          either(
            () => import("./MissingPage"),
            () => import("@/features/urgent-reports/ReportFormPage"),
          ),
        ),
        page(
          "urgent/:id",
          either(
            () => import("./MissingPage"),
            () => import("@/features/urgent-reports/ReportPage"),
          ),
        ),
        page("deadlines", () => import("@/features/workdays/DeadlinesPage")),
        page("calendar", () => import("@/features/workdays/CalendarPage")),
        page("configuration", () => import("@/features/configuration/ConfigurationPage")),
        page("configuration/edit", () => import("@/features/configuration/EditPage")),
        page("configuration/versions", () => import("@/features/configuration/VersionsPage")),
        page("configuration/:id", () => import("@/features/configuration/VersionPage")),
        page("notices", () => import("@/features/notices/NoticesPage")),
        page("townships", () => import("@/features/divisions/TownshipsPage")),
        page("villages", () => import("@/features/divisions/VillagesPage")),
        page(
          "placements",
          either(
            () => import("@/features/oversight/FactsPage"),
            () => import("@/features/placements/PlacementsPage"),
          ),
        ),
        page("placements/:id", () => import("@/features/placements/PlacementPage")),
        ...contractRoutes(either, want),
        ...certificateRoutes(either),
        ...paperRoutes(),
        page("search", () => import("@/features/search/SearchPage")),
        page(
          "board",
          () => import("@/features/oversight/BoardPage"),
          () => [want(boardQuery())],
        ),
        page("users", () => import("@/features/accounts/UsersPage")),
        page("users/:id", () => import("@/features/accounts/UserPage")),
        page("*", () => import("./MissingPage")),
      ],
    },
  ];
}
