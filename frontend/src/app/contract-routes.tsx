/** The pages of purchased services: contracts on both hosts, the county's figures, budgets and clauses. */

import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { contractOne, deliverableOne } from "@/api/contracts";
import { figuresQuery, paymentsQuery } from "@/api/purchases";
import { type Load, page } from "./page";

/** The same address on both hosts, each with a page of its own. */
type Either = (county: Load, township: Load) => Load;
type Contracting = keyof typeof import("@/features/contracts-village/contracting");

/** One piece of code: who has a contract has the form for its records, too, when the line is gone. */
const contracting =
  (name: Contracting): Load =>
  async () => ({ Component: (await import("@/features/contracts-village/contracting"))[name] });

const missing: Load = () => import("./MissingPage");

export function contractRoutes(either: Either, want: QueryClient["prefetchQuery"]): RouteObject[] {
  return [
    page(
      "contracts",
      either(() => import("@/features/contracts/ContractsPage"), contracting("ContractsPage")),
    ),
    page(
      "contracts/new",
      either(() => import("@/features/contracts/NewContractPage"), missing),
    ),
    page(
      "contracts/:id",
      either(() => import("@/features/contracts/ContractPage"), contracting("ContractPage")),
      (_, id) => [want(contractOne(id))],
    ),
    page(
      "contracts/:id/terms/:terms",
      either(() => import("@/features/contracts/TermsPage"), missing),
      (_, id) => [want(contractOne(id))],
    ),
    page(
      "contracts/:id/periods/:period",
      either(() => import("@/features/contracts/PeriodPage"), contracting("PeriodPage")),
    ),
    page("contracts/:id/deliverables", either(missing, contracting("DeliverablesPage"))),
    page("deliverables/new", either(missing, contracting("NewRecordPage"))),
    page("deliverables/:id", either(missing, contracting("DeliverablePage")), (_, id) => [
      want(deliverableOne(id)),
    ]),
    page(
      "purchases",
      () => import("@/features/purchases/FiguresPage"),
      () => [want(figuresQuery()), want(paymentsQuery())],
    ),
    page("budget-lines", () => import("@/features/purchases/LinesPage")),
    page("clause-library", () => import("@/features/purchases/LibraryPage")),
    page("clause-library/catalogue", () => import("@/features/purchases/CataloguePage")),
  ];
}
