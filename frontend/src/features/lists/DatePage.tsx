import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import type { ListOnDay } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { day } from "@/ui/text";
import { EditionLine } from "./EditionLine";
import { EntryTable } from "./EntryTable";
import { OnDay } from "./OnDay";
import { KINDS, listOn } from "./queries";

/** What a list said on a day: what is admitted here cannot be contested afterwards. */
export function Component() {
  const { kind: asked, date = "" } = useParams();
  const kind = KINDS.find((one) => one === asked);
  if (!kind || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return <Missing />;
  return <Loaded query={listOn(kind, date)}>{(list) => <OnThatDay list={list} />}</Loaded>;
}

function OnThatDay({ list }: { list: ListOnDay }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, label, on, edition, entries } = list;
  return (
    <article>
      <div className="pagehead">
        <h1>{t("lists.onDay", { list: label, day: day(on) })}</h1>
        <div className="end">
          <Link to={`/lists/${kind}/editions`}>{t("lists.editions")}</Link>
        </div>
      </div>
      <section className="panel">
        <OnDay key={on} day={on} go={(next) => navigate(`/lists/${kind}/on/${next}`)} />
        {edition ? (
          <EditionLine edition={edition} />
        ) : (
          <p className="muted">{t("lists.noneThatDay")}</p>
        )}
      </section>
      {edition && <EntryTable label={label} entries={entries} />}
    </article>
  );
}
