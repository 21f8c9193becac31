import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { ListDifference } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { DifferenceFiles } from "./DifferenceFiles";
import { DifferenceView } from "./DifferenceView";
import { differenceOf } from "./queries";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

/** What changes from one edition to another: removed first, for people read additions only. */
export function Component() {
  const [address] = useSearchParams();
  const to = Number(address.get("to"));
  const from = Number(address.get("from")) || undefined;
  if (!to) return <Missing />;
  return (
    <Loaded query={differenceOf(to, from)}>
      {(difference) => <Compared difference={difference} />}
    </Loaded>
  );
}

function Compared({ difference }: { difference: ListDifference }) {
  const { t } = useTranslation();
  const { label, kind, old, new: now } = difference;
  return (
    <article>
      <div className="pagehead">
        <h1>{t("lists.compared", { list: label })}</h1>
        <div className="end">
          <Link to={`/lists/${kind}/editions`}>{t("lists.editions")}</Link>
        </div>
      </div>
      <section className="panel">
        <dl className="pairs facts">
          <dt>{t("lists.old")}</dt>
          <dd>{old ? <One edition={old} /> : t("lists.nothingBefore")}</dd>
          <dt>{t("lists.new")}</dt>
          <dd>
            <One edition={now} />
          </dd>
        </dl>
        <DifferenceFiles edition={now.id} from={old?.id} />
      </section>
      <DifferenceView difference={difference} />
    </article>
  );
}

function One({ edition }: { edition: ListDifference["new"] }) {
  const name = useEditionName();
  return (
    <>
      <Link to={`/lists/editions/${edition.id}`}>{name(edition)}</Link> <Term edition={edition} />{" "}
      <span className="muted">{edition.document_number}</span>
    </>
  );
}
