import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { archiveYears, batchJobs, erasureList, fileOf } from "@/api/batches";
import type { ArchiveYear, ErasureRow } from "@/api/types";
import { AskForBatch } from "@/ui/AskForBatch";
import { Loaded, Panel } from "@/ui/DetailPage";
import { ListPanel } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { PlainTable } from "@/ui/PlainTable";
import { DateText } from "@/ui/text";

/** The papers year by year with the packages made of them, and the register of what was erased. */
export function Component() {
  const { t } = useTranslation();
  return (
    <>
      <div className="pagehead">
        <h1>{t("archive.title")}</h1>
      </div>
      <p>{t("archive.hint")}</p>
      <Panel title={t("archive.years")}>
        <Loaded query={archiveYears()}>{(years) => <Years years={years} />}</Loaded>
      </Panel>
      <ListPanel
        name="erasures"
        title={t("archive.erasures")}
        query={erasureList}
        columns={useColumnsOfErasures()}
        rowKey={(row) => row.id}
        href={(row) => `/documents/${row.document_id}`}
        empty={t("archive.noErasures")}
      />
    </>
  );
}

function Years({ years }: { years: ArchiveYear[] }) {
  const { t } = useTranslation();
  const may = useQuery(batchJobs()).data?.some(({ name }) => name === "archive") ?? false;
  if (years.length === 0) return <p className="muted">{t("archive.empty")}</p>;
  const heads = ["year", "papers", "voided", "erased", "size", "packages"] as const;
  return (
    <PlainTable label={t("archive.years")} head={heads.map((name) => t(`archive.${name}`))}>
      {years.map((one) => (
        <tr key={one.year}>
          <th scope="row">{one.year}</th>
          <td>{one.papers}</td>
          <td>{one.voided}</td>
          <td>{one.erased}</td>
          <td>{`${Math.ceil(one.size / 1024)} kB`}</td>
          <td>
            <Packages of={one} />
            {may && (
              <AskForBatch
                job="archive"
                body={{ year: one.year }}
                label={t("archive.make")}
                about={String(one.year)}
                small
              />
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

/** Each with its digest: the newest first, none is ever overwritten. */
function Packages({ of: { packages } }: { of: ArchiveYear }) {
  const { t } = useTranslation();
  if (packages.length === 0) return <p className="muted">{t("archive.none")}</p>;
  return (
    <ul className="plainlist">
      {packages.map((one) => (
        <li key={one.id}>
          <Link to={`/batches/${one.id}`}>
            <DateText value={one.finished_at} time />
          </Link>{" "}
          {t("archive.made", { count: one.total })}{" "}
          <a href={fileOf(one.id)} download>
            {t("batches.download")}
          </a>
          <br />
          <code className="digest">{one.sha256}</code>
        </li>
      ))}
    </ul>
  );
}

function useColumnsOfErasures(): Column<ErasureRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("archive.number"),
      render: (row) => row.number,
      ordering: "number",
      width: 190,
    },
    { key: "kind", title: t("archive.kind"), render: (row) => row.kind_label, width: 150 },
    {
      key: "issued",
      title: t("archive.issued"),
      render: (row) => <DateText value={row.issued_on} />,
      width: 140,
    },
    {
      key: "due",
      title: t("archive.due"),
      render: (row) => <DateText value={row.due_on} />,
      ordering: "due_on",
      width: 140,
    },
    {
      key: "erased",
      title: t("archive.erasedAt"),
      render: (row) => <DateText value={row.erased_at} time />,
      ordering: "erased_at",
      width: 170,
    },
    { key: "rule", title: t("archive.rule"), render: (row) => row.rule },
    {
      key: "sha256",
      title: t("batches.sha256"),
      render: (row) => <code className="digest">{row.sha256}</code>,
      extra: true,
    },
  ];
}
