import { Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  contractFile,
  deliverableActions,
  deliverableHistory,
  deliverableOne,
} from "@/api/contracts";
import { takeStep } from "@/api/steps";
import type { Deliverable } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { Facts, Loaded } from "@/ui/DetailPage";
import { figure } from "@/ui/decimals";
import { HistoryTimeline } from "@/ui/HistoryTimeline";
import { DateText, Prose } from "@/ui/text";
import { DELIVERABLE_STEPS } from "./steps";

/** One record of work with its files, to be confirmed or queried. */
export function RecordDialog({ id, close }: { id: number; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open width={720} footer={null} title={t("contracts.record.title")} onCancel={close}>
      <Loaded query={deliverableOne(id)}>{(record) => <Record record={record} />}</Loaded>
    </Modal>
  );
}

function Record({ record }: { record: Deliverable }) {
  const { t } = useTranslation();
  const { id, version } = record;
  const rows: [string, ReactNode][] = [
    [t("assess.clause"), t("clause.head", { number: record.clause, heading: record.heading })],
    [t("contracts.record.done"), <DateText key="done" value={record.done_on} />],
    [
      t("contracts.record.quantity"),
      record.quantity === null ? "—" : `${figure(record.quantity)} ${record.unit}`,
    ],
    [t("contracts.record.place"), record.place || t("common.none")],
    [t("contracts.record.note"), <Prose key="note" text={record.note} />],
    [t("contracts.files"), <Files key="files" record={record} />],
  ];
  if (record.query) rows.push([t("contracts.record.query"), <Prose key="q" text={record.query} />]);
  return (
    <>
      <Facts rows={rows} />
      <ActionBar
        actions={deliverableActions(id)}
        forms={DELIVERABLE_STEPS}
        take={(step, body) => takeStep("deliverables", id, step, { version, ...body })}
      />
      <h3>{t("detail.history")}</h3>
      <Loaded query={deliverableHistory(id)}>
        {(entries) => <HistoryTimeline entries={entries} />}
      </Loaded>
    </>
  );
}

function Files({ record }: { record: Deliverable }) {
  const { t } = useTranslation();
  if (record.attachments.length === 0) return t("contracts.noFiles");
  return (
    <ul className="files">
      {record.attachments.map(({ id, name }) => (
        <li key={id}>
          <a href={contractFile(id)} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
