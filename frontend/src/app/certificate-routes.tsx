/** The pages of certificates, on a township's host only. */

import type { RouteObject } from "react-router";
import { type Load, page } from "./page";

const missing: Load = () => import("./MissingPage");

export function certificateRoutes(either: (county: Load, township: Load) => Load): RouteObject[] {
  return [
    page(
      "certificates",
      either(missing, () => import("@/features/certificates/CertificatesPage")),
    ),
    page(
      "certificates/new",
      either(missing, () => import("@/features/certificates/NewCertificatePage")),
    ),
    page(
      "certificates/types",
      either(missing, () => import("@/features/certificates/TypesPage")),
    ),
    page(
      "certificates/:id",
      either(missing, () => import("@/features/certificates/CertificatePage")),
    ),
  ];
}
