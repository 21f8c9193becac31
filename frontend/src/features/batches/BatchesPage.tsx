import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ask, batchJobs, batchList, fileOf, type JobName } from "@/api/batches";
import { useLabels } from "@/api/labels";
import type { BatchRow } from "@/api/types";
import { BatchProgress } from "@/ui/BatchProgress";
import { DialogButton } from "@/ui/DialogButton";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import { DateText } from "@/ui/text";
import { JOB_FORMS } from "./forms";

/** What was asked to be made in one go, how far each has come, and what came of it. */
export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("batch");
  const jobs = useQuery(batchJobs()).data ?? [];
  return (
    <ListPage
      name="batches"
      title={t("batches.title")}
      query={batchList}
      columns={useColumnsOfBatches()}
      rowKey={(row) => row.id}
      href={(row) => `/batches/${row.id}`}
      filters={[
        {
          name: "job",
          label: t("batches.job"),
          options: jobs.map(({ name, label }) => ({ value: name, label })),
        },
        { name: "status", label: t("batches.status"), options: statuses },
      ]}
      actions={<Jobs />}
    >
      <p>{t("batches.hint")}</p>
    </ListPage>
  );
}

/** A button for each job that I may have made from here. */
function Jobs() {
  const navigate = useNavigate();
  const jobs = useQuery(batchJobs()).data ?? [];
  return jobs.map(({ name, label, about }) => {
    const form = JOB_FORMS[name as JobName];
    return (
      form && (
        <DialogButton
          key={name}
          name={`ask-${name}`}
          label={label}
          form={{ ...form, intro: <p>{about}</p> }}
          submit={async (body) => {
            const { id } = await ask(name as JobName, body);
            navigate(`/batches/${id}`);
          }}
        />
      )
    );
  });
}

function useColumnsOfBatches(): Column<BatchRow>[] {
  const { t } = useTranslation();
  return [
    { key: "title", title: t("batches.name"), render: (row) => row.title, ordering: "title" },
    { key: "job", title: t("batches.job"), render: (row) => row.job_label, width: 150 },
    {
      key: "progress",
      title: t("batches.progress"),
      render: (row) => <BatchProgress batch={row} />,
      width: 220,
    },
    statusColumn(t("batches.status"), { ordering: "status", width: 110 }),
    {
      key: "asked",
      title: t("batches.askedAt"),
      render: (row) => <DateText value={row.asked_at} time />,
      ordering: "asked_at",
      width: 160,
    },
    { key: "by", title: t("batches.askedBy"), render: (row) => row.asked_by_name, extra: true },
    {
      key: "file",
      title: t("batches.file"),
      render: (row) =>
        row.status === "done" && (
          <a
            href={fileOf(row.id)}
            download
            aria-label={t("batches.downloadOf", { name: row.title })}
          >
            {t("batches.download")}
          </a>
        ),
      width: 90,
    },
  ];
}
