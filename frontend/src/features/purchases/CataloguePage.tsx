import { useTranslation } from "react-i18next";
import { forbiddenList, serviceList } from "@/api/purchases";
import type { Service } from "@/api/types";
import { Loaded, Panel } from "@/ui/DetailPage";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { PlainTable } from "@/ui/PlainTable";
import { Waivers } from "./Waivers";

/** The purchase catalogue: what a village could provide, and what may never be bought of one. */
export function Component() {
  const { t } = useTranslation();
  const columns: Column<Service>[] = [
    { key: "name", title: t("catalogue.name"), render: (row) => row.name, ordering: "name" },
    {
      key: "code",
      title: t("catalogue.code"),
      render: (row) => row.code,
      ordering: "code",
      width: 140,
    },
    {
      key: "offered",
      title: t("catalogue.offered"),
      render: (row) => (row.offered ? t("catalogue.yes") : "—"),
      width: 150,
    },
    { key: "note", title: t("catalogue.note"), render: (row) => row.note || "—" },
  ];
  return (
    <ListPage
      name="catalogue"
      title={t("catalogue.title")}
      query={serviceList}
      columns={columns}
      rowKey={(row) => row.id}
      filters={[
        {
          name: "offered",
          label: t("catalogue.offered"),
          options: [{ value: "true", label: t("catalogue.yes") }],
        },
      ]}
    >
      <p>{t("catalogue.hint")}</p>
      <Waivers />
      <Panel title={t("catalogue.forbidden")}>
        <details>
          <summary>{t("catalogue.forbiddenHint")}</summary>
          <Loaded query={forbiddenList()}>
            {(rows) => (
              <PlainTable
                label={t("catalogue.forbidden")}
                head={[t("catalogue.name"), t("catalogue.basis")]}
              >
                {rows.map(({ seq, item, legal_basis, quote }) => (
                  <tr key={seq}>
                    <th scope="row" className="wrap">
                      {item}
                    </th>
                    <td className="wrap">
                      {legal_basis}
                      <br />
                      <small className="prose">{quote}</small>
                    </td>
                  </tr>
                ))}
              </PlainTable>
            )}
          </Loaded>
        </details>
      </Panel>
    </ListPage>
  );
}
