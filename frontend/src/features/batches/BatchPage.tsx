import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { batchActions, batchHistory, batchOne, fileOf } from "@/api/batches";
import { takeStep } from "@/api/steps";
import type { Batch } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { BatchProgress } from "@/ui/BatchProgress";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { PlainTable } from "@/ui/PlainTable";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";

const FORMS = { cancel: { remark: false, danger: true }, resume: { remark: false } } as const;

export function Component() {
  const id = Number(useParams().id);
  return <Loaded query={batchOne(id)}>{(batch) => <BatchPage batch={batch} />}</Loaded>;
}

function BatchPage({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { id, status } = batch;
  return (
    <DetailPage
      title={batch.title}
      status={<StatusTag status={status} label={batch.status_label} />}
      back="/batches"
      where={
        <>
          <BatchProgress batch={batch} />
          {batch.error && <p role="alert">{batch.error}</p>}
        </>
      }
      may={
        // What may be done hangs on the status, which changes by itself: it is asked for anew with each.
        <ActionBar
          key={status}
          actions={batchActions(id)}
          forms={FORMS}
          take={(step, body) => takeStep("batches", id, step, body)}
        />
      }
      facts={[
        [t("batches.job"), batch.job_label],
        [t("batches.askedBy"), batch.asked_by_name],
        [t("batches.askedAt"), <DateText key="asked" value={batch.asked_at} time />],
        [t("batches.finishedAt"), <DateText key="finished" value={batch.finished_at} time />],
        ...made(batch, t("batches.file"), t("batches.size"), t("batches.sha256")),
      ]}
      history={batchHistory(id)}
    >
      {batch.faults.length > 0 && <Faults batch={batch} />}
    </DetailPage>
  );
}

/** The file, once there is one. */
function made(
  batch: Batch,
  file: string,
  size: string,
  sha256: string,
): [label: string, value: ReactNode][] {
  if (batch.status !== "done") return [];
  return [
    [
      file,
      <a key="file" href={fileOf(batch.id)} download data-testid="download">
        {batch.file_name}
      </a>,
    ],
    [size, `${Math.ceil(batch.size / 1024)} kB`],
    [sha256, <code key="sha">{batch.sha256}</code>],
  ];
}

function Faults({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("batches.faults")}>
      <PlainTable
        label={t("batches.faults")}
        head={[t("batches.place"), t("batches.item"), t("batches.reason")]}
      >
        {batch.faults.map(({ place, label, error }) => (
          <tr key={place}>
            <td>{place}</td>
            <td>{label}</td>
            <td>{error}</td>
          </tr>
        ))}
      </PlainTable>
    </Panel>
  );
}
