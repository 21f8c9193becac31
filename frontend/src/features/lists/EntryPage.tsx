import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ListEntry } from "@/api/types";
import { DetailPage, Loaded } from "@/ui/DetailPage";
import { Prose } from "@/ui/text";
import { entryHistory, entryOne } from "./queries";

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={entryOne(id)}>{(entry) => <EntryDetail entry={entry} />}</Loaded>;
}

function EntryDetail({ entry }: { entry: ListEntry }) {
  const { t } = useTranslation();
  return (
    <DetailPage
      title={entry.title}
      back="/lists"
      facts={[
        [t("lists.code"), entry.code],
        [
          t("lists.list"),
          `${entry.kind_label} · ${t("lists.edition", { number: entry.edition.number })}`,
        ],
        [t("lists.duty"), <Prose key="duty" text={entry.village_duty} />],
        [t("lists.department"), <Prose key="department" text={entry.lead_department} />],
        [t("lists.basis"), <Prose key="basis" text={entry.legal_basis} />],
        [t("lists.basisVersion"), <Prose key="version" text={entry.basis_version} />],
        [t("lists.completeness"), <Prose key="completeness" text={entry.completeness} />],
        [t("lists.source"), <Prose key="source" text={entry.source_url} />],
      ]}
      history={entryHistory(entry.id)}
    />
  );
}
