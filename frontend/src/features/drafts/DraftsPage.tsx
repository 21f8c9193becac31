import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { isOfOffice } from "@/api/roles";
import type { DraftNew, DraftRow } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import { ListPage } from "@/ui/ListPage";
import type { Column } from "@/ui/list-types";
import { statusColumn } from "@/ui/statusColumn";
import type { Given } from "@/ui/step-forms";
import { createDraft, draftList, formsQuery } from "./queries";

/** Papers that the office writes by hand, until they are issued. */
export function Component() {
  const { t } = useTranslation();
  const statuses = useLabels("draft");
  const writes = isOfOffice(useMe().role);
  const forms = useQuery(formsQuery()).data ?? [];
  const columns: Column<DraftRow>[] = [
    {
      key: "title",
      title: t("drafts.name"),
      render: (row) => row.title || t("drafts.untitled"),
      ordering: "title",
    },
    { key: "kind", title: t("documents.kind"), render: (row) => row.kind_label, width: 140 },
    { key: "author", title: t("drafts.author"), render: (row) => row.author_name, width: 140 },
    statusColumn(t("drafts.status"), { ordering: "status", width: 130 }),
    { key: "number", title: t("documents.number"), render: (row) => row.number ?? "", width: 190 },
  ];
  return (
    <ListPage
      name="drafts"
      title={t("drafts.title")}
      query={draftList}
      columns={columns}
      rowKey={(row) => row.id}
      href={(row) => `/drafts/${row.id}`}
      filters={[
        {
          name: "kind",
          label: t("documents.kind"),
          options: forms.map(({ kind, label }) => ({ value: kind, label })),
        },
        { name: "status", label: t("drafts.status"), options: statuses },
      ]}
      actions={writes && <NewDraft />}
    >
      <p className="muted">{t("drafts.hint")}</p>
    </ListPage>
  );
}

/** Begins a paper of some kind; an erratum begins at the paper that it puts right. */
function NewDraft() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <DialogButton
      name="new-draft"
      label={t("drafts.new")}
      primary
      form={{
        fields: {
          kind: {
            kind: "control",
            label: "paperKind",
            required: true,
            render: (given) => <Kind {...given} />,
          },
        },
        remark: false,
      }}
      submit={async ({ kind }) => {
        const { data } = await createDraft({ kind: kind as DraftNew["kind"] });
        if (data) navigate(`/drafts/${data.id}`);
      }}
    />
  );
}

function Kind({ id, value, onChange }: Given<string>) {
  const forms = useQuery(formsQuery()).data ?? [];
  const options = forms
    .filter(({ corrects }) => !corrects)
    .map(({ kind, label }) => ({ value: kind, label }));
  return <Select id={id} value={value} onChange={onChange} options={options} />;
}
