import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Consultation } from "@/api/types";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { DateText } from "@/ui/text";
import { consultationList } from "./queries";
import { Due, State } from "./State";

/** What this village, or the township, is asked; what is not answered yet comes first. */
export function Component() {
  const { t } = useTranslation();
  const purposes = useLabels("purpose");
  const columns: Column<Consultation>[] = [
    { key: "title", title: t("consult.matter"), render: (row) => row.title },
    {
      key: "state",
      title: t("consult.state"),
      render: (row) => <State question={row} />,
    },
    { key: "due", title: t("consult.due"), render: (row) => <Due question={row} /> },
    {
      key: "whom",
      title: t("consult.whom"),
      render: (row) => row.village ?? t("consult.township"),
    },
    { key: "purpose", title: t("consult.purpose"), render: (row) => row.purpose_label },
    {
      key: "asked",
      title: t("consult.asked"),
      render: (row) => <DateText value={row.asked_at} />,
      extra: true,
    },
  ];
  return (
    <ListPage
      name="consultations"
      title={t("consult.title")}
      query={consultationList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/consultations/${row.id}`}
      filters={[
        {
          name: "open",
          label: t("consult.state"),
          options: [
            { value: "true", label: t("consult.open") },
            { value: "false", label: t("consult.answered") },
          ],
        },
        { name: "purpose", label: t("consult.purpose"), options: purposes },
      ]}
    />
  );
}
