import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { labelOf, useLabels } from "@/api/labels";
import { useMe } from "@/api/me";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { EditionsTable } from "./EditionsTable";
import { NewDraft } from "./NewDraft";
import { mayDraft } from "./people";
import { editionsOf, KINDS } from "./queries";

const UNDERWAY = ["draft", "consultation", "approved"];

/** Every edition that a list ever had. */
export function Component() {
  const { t } = useTranslation();
  const { role } = useMe();
  const kinds = useLabels("list");
  const asked = useParams().kind;
  const kind = KINDS.find((one) => one === asked);
  if (!kind) return <Missing />;
  return (
    <>
      <div className="pagehead">
        <h1>{t("lists.editionsOf", { list: labelOf(kinds, kind) })}</h1>
        <div className="end">
          <Link to="/lists">{t("common.back")}</Link>
        </div>
      </div>
      <Loaded query={editionsOf(kind)}>
        {(editions) => (
          <>
            {mayDraft(role) && !editions.some(({ status }) => UNDERWAY.includes(status)) && (
              <p>
                <NewDraft kind={kind} />
              </p>
            )}
            <EditionsTable editions={editions} />
          </>
        )}
      </Loaded>
    </>
  );
}
