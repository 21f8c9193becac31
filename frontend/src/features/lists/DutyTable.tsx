import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { DepartmentDuties, EditionLink } from "@/api/types";
import { PlainTable } from "@/ui/PlainTable";
import { StatusTag } from "@/ui/StatusTag";
import { turn } from "./duty-columns";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

interface Props {
  label: string;
  rows: DepartmentDuties["rows"];
  editions: EditionLink[];
}

/** Entries of one list side by side over its editions; what changed is said, not only coloured. */
export function DutyTable({ label, rows, editions }: Props) {
  const { t } = useTranslation();
  const name = useEditionName();
  const words: Record<string, string> = {
    added: t("lists.added"),
    removed: t("lists.removed"),
    changed: t("lists.changed"),
  };
  return (
    <PlainTable
      label={`${label} ${t("common.table")}`}
      head={[
        t("lists.entry"),
        ...editions.map((edition) => (
          <Fragment key={edition.id}>
            {name(edition)}
            <br />
            <small>
              <Term edition={edition} />
            </small>
          </Fragment>
        )),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.code}>
          <th scope="row" className="wrap">
            {row.code} {row.title}
          </th>
          {editions.map((edition, place) => {
            const became = turn(row, editions, place);
            return (
              <td key={edition.id} className="wrap">
                {words[became] && <StatusTag status={became} label={words[became]} />}{" "}
                {row.duties[String(edition.id)] ?? "—"}
              </td>
            );
          })}
        </tr>
      ))}
    </PlainTable>
  );
}
