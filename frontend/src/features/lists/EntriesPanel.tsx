import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMe } from "@/api/me";
import type { Edition } from "@/api/types";
import { ListPanel } from "@/ui/ListPage";
import { EntryActs } from "./EntryActs";
import { JoinMatters } from "./JoinMatters";
import { mayComment, mayDraft } from "./people";
import { editionEntries } from "./queries";
import { useEntryColumns } from "./useEntryColumns";

/** Its entries may still be edited. */
const OPEN = ["draft", "consultation"];

/** What the edition holds, and what leaves with it. */
export function EntriesPanel({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useMe();
  const columns = useEntryColumns(true);
  const edits = mayDraft(role) && OPEN.includes(edition.status);
  const speaks = mayComment(role) && edition.status === "consultation";
  return (
    <>
      {edits && (
        <p className="acts">
          <Button
            type="primary"
            data-testid="add-entry"
            onClick={() => navigate(`/lists/editions/${edition.id}/entries/new`)}
          >
            {t("lists.add")}
          </Button>
          <Link to={`/lists/editions/${edition.id}/import`}>{t("importing.toImport")}</Link>
          {edition.kind === "assist" && <JoinMatters edition={edition.id} />}
        </p>
      )}
      <ListPanel
        name="edition-entries"
        title={t("lists.entriesOf")}
        query={editionEntries(edition.id)}
        columns={
          edits || speaks
            ? [
                ...columns,
                {
                  key: "acts",
                  title: t("lists.acts"),
                  render: (row) => <EntryActs entry={row} edition={edition} edits={edits} />,
                  width: 150,
                },
              ]
            : columns
        }
        rowKey={(row) => row.id}
        href={(row) => `/lists/${row.id}`}
        filters={[
          {
            name: "removed",
            label: t("lists.state"),
            options: [
              { value: "false", label: t("lists.stays") },
              { value: "true", label: t("lists.leaving") },
            ],
          },
        ]}
      />
    </>
  );
}
