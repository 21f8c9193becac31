import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import {
  contractFile,
  contractOne,
  deliverableHistory,
  deliverableOne,
  termsOne,
} from "@/api/contracts";
import { useMe } from "@/api/me";
import type { Contract, Deliverable, RecordIn } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { figure } from "@/ui/decimals";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Prose } from "@/ui/text";
import { recordable } from "./clauses";
import { correct, rewrite } from "./queries";
import { RecordForm } from "./RecordForm";
import { draftOf } from "./record";

/** One record: a draft is written on, a queried one is corrected by another; nothing that was handed over changes. */
export function Component() {
  const id = Number(useParams().id);
  return (
    <Loaded query={deliverableOne(id)}>{(record) => <Record key={id} record={record} />}</Loaded>
  );
}

const WRITABLE = { draft: rewrite, queried: correct };

function Record({ record }: { record: Deliverable }) {
  const { t } = useTranslation();
  const village = useMe().role === "village_officer";
  const write = village ? WRITABLE[record.status as keyof typeof WRITABLE] : undefined;
  return (
    <DetailPage
      title={t("clause.head", { number: record.clause, heading: record.heading })}
      status={<StatusTag status={record.status} label={record.status_label} />}
      back={`/contracts/${record.contract_id}/deliverables`}
      facts={useRows(record)}
      history={deliverableHistory(record.id)}
    >
      {write && (
        <Panel
          title={t(
            record.status === "draft" ? "contracting.records.edit" : "contracting.records.correct",
          )}
        >
          <Loaded query={contractOne(record.contract_id)}>
            {(contract) => (
              <Writing contract={contract} record={record} send={(body) => write(record, body)} />
            )}
          </Loaded>
        </Panel>
      )}
    </DetailPage>
  );
}

interface Props {
  contract: Contract;
  record: Deliverable;
  send: (body: RecordIn) => Promise<number>;
}

function Writing({ contract, record, send }: Props) {
  const navigate = useNavigate();
  const there = record.status === "draft" ? record.attachments.length : 0;
  return (
    <Loaded query={termsOne(contract.in_force ?? 0)}>
      {(terms) => (
        <RecordForm
          name={`${record.id}.${record.version}`}
          begin={draftOf(record)}
          clauses={recordable(terms.clauses)}
          term={{ from: contract.starts_on, to: contract.ends_on }}
          there={there}
          send={send}
          onward={(id) =>
            navigate(
              id === record.id ? `/contracts/${contract.id}/deliverables` : `/deliverables/${id}`,
              { replace: true },
            )
          }
        />
      )}
    </Loaded>
  );
}

type Row = [label: string, value: ReactNode];

function useRows(record: Deliverable): Row[] {
  const { t } = useTranslation();
  const { quantity, unit, supersedes_id, attachments } = record;
  const rows: [Row, shown: boolean][] = [
    [[t("contracting.records.date"), <DateText key="on" value={record.done_on} />], true],
    [[t("contracting.records.quantity"), `${figure(quantity)} ${unit}`], quantity !== null],
    [[t("contracting.records.place"), record.place || t("common.none")], true],
    [[t("contracting.records.note"), <Prose key="note" text={record.note} />], true],
    [
      [
        t("contracting.records.submittedAt"),
        <DateText key="at" value={record.submitted_at} time />,
      ],
      record.submitted_at !== null,
    ],
    [
      [t("contracting.records.confirmBy"), <DueDate key="due" value={record.confirm_due_on} />],
      record.status === "submitted",
    ],
    [[t("contracting.records.status"), t("contracting.records.silent")], record.silent],
    [[t("contracting.records.query"), <Prose key="query" text={record.query} />], !!record.query],
    [
      [
        t("contracting.records.corrects"),
        <Link key="before" to={`/deliverables/${supersedes_id}`}>
          {t("contracting.records.earlier")}
        </Link>,
      ],
      supersedes_id !== null,
    ],
    [
      [t("contracting.records.evidence"), <Files key="files" files={attachments} />],
      attachments.length > 0,
    ],
  ];
  return rows.flatMap(([row, shown]) => (shown ? [row] : []));
}

function Files({ files }: { files: Deliverable["attachments"] }) {
  return (
    <ul className="plainlist">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={contractFile(id)} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
