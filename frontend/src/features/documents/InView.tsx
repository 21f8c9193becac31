import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { PaperDetail } from "@/api/types";
import { PdfView } from "@/ui/PdfView";

/** The file itself; a certificate's names a person, and only its village opens it. */
export function InView({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const { role } = useMe();
  if (paper.kind === "certificate" && role !== "village_officer") {
    return <p className="muted">{t("certify.villageOnly")}</p>;
  }
  return <PdfView href={`/api/documents/${paper.id}/file`} title={paper.number} />;
}
