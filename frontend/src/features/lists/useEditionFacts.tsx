import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Edition } from "@/api/types";
import { DateText, Prose } from "@/ui/text";
import { Limit } from "./Limit";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

/** What an edition is; what it has not yet is left out. */
export function useEditionFacts(edition: Edition): [label: string, value: ReactNode][] {
  const { t } = useTranslation();
  const name = useEditionName();
  const { based_on, resolution_number, decided_on, published_on } = edition;
  const rows: [string, ReactNode][] = [
    [t("lists.list"), edition.kind_label],
    [
      t("lists.basedOn"),
      based_on && <Link to={`/lists/editions/${based_on.id}`}>{name(based_on)}</Link>,
    ],
    [t("lists.note"), edition.note && <Prose key="note" text={edition.note} />],
    [t("lists.held"), t("lists.entries", { count: edition.entry_count })],
    [
      t("lists.removed"),
      edition.removed_count > 0 && t("lists.entries", { count: edition.removed_count }),
    ],
    [
      t("lists.consultationDue"),
      edition.consultation_due &&
        (edition.status === "consultation" ? (
          <Limit value={edition.consultation_due} />
        ) : (
          <DateText value={edition.consultation_due} />
        )),
    ],
    [t("step.resolution_number"), resolution_number],
    [t("step.decided_by"), edition.decided_by_label],
    [t("step.decided_on"), decided_on && <DateText value={decided_on} />],
    [t("lists.document"), edition.document_number],
    [t("lists.publishedOn"), published_on && <DateText value={published_on} />],
    [t("lists.inEffect"), edition.effective_on && <Term edition={edition} />],
  ];
  return rows.filter(([, value]) => Boolean(value));
}
