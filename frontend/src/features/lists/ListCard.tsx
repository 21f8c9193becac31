import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "@/api/me";
import type { EditionLink, ListInForce } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { NewDraft } from "./NewDraft";
import { mayDraft } from "./people";
import type { Kind } from "./queries";
import { Term } from "./Term";
import { useEditionName } from "./useEditionName";

/** One list today: the edition in force, the one that follows, the one under way. */
export function ListCard({ list }: { list: ListInForce }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const { kind, label, edition, scheduled, underway, entry_count } = list;
  return (
    <li className="listcard" data-testid={`list-${kind}`}>
      <h2>
        <Link to={`/lists?list=${kind}`}>{label}</Link>
      </h2>
      {edition ? (
        <InForce edition={edition} count={entry_count} />
      ) : (
        <p className="muted">{t("lists.noneInForce")}</p>
      )}
      {scheduled && <Coming edition={scheduled} words={t("lists.scheduled")} />}
      {underway && <Underway edition={underway} />}
      <p className="goto">
        <Link to={`/lists/${kind}/editions`}>{t("lists.editions")}</Link>
        {!underway && mayDraft(role) && <NewDraft kind={kind as Kind} />}
      </p>
    </li>
  );
}

function InForce({ edition, count }: { edition: EditionLink; count: number }) {
  const { t } = useTranslation();
  const name = useEditionName();
  return (
    <p>
      <strong className="count">{t("lists.entries", { count })}</strong>
      <br />
      <Link to={`/lists/editions/${edition.id}`}>{name(edition)}</Link> <Term edition={edition} />
      {edition.document_number && (
        <>
          <br />
          <span className="muted">{edition.document_number}</span>
        </>
      )}
    </p>
  );
}

function Coming({ edition, words }: { edition: EditionLink; words: string }) {
  const name = useEditionName();
  return (
    <p>
      {words} <Link to={`/lists/editions/${edition.id}`}>{name(edition)}</Link>{" "}
      <Term edition={edition} />
    </p>
  );
}

function Underway({ edition }: { edition: EditionLink }) {
  const { t } = useTranslation();
  const name = useEditionName();
  return (
    <p>
      {t("lists.underway")} <Link to={`/lists/editions/${edition.id}`}>{name(edition)}</Link>{" "}
      <StatusTag status={edition.status} label={edition.status_label} />
    </p>
  );
}
