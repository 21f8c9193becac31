import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Application, Hit, Similar } from "@/api/types";
import { Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { Prose } from "@/ui/text";
import { applicationHits, applicationSimilar } from "./queries";

/** While it is looked at, that nothing was found is worth saying; later it is not. */
const LOOKED_AT = ["submitted", "accepted", "first_reviewed"];

/** Matters in force that say nearly the same, and entries of the negative list that the words come near. */
export function SimilarPanel({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { id, kind, status } = application;
  const similar = useQuery({ ...applicationSimilar(id), enabled: kind === "admit" }).data;
  const hits = useQuery(applicationHits(id)).data;
  const open = LOOKED_AT.includes(status);
  return (
    <>
      {similar && (open || similar.length > 0) && (
        <Panel title={t("similar.title")}>
          <SimilarList found={similar} />
        </Panel>
      )}
      {hits && (open || hits.length > 0) && (
        <Panel title={t("form.sections.hits")}>
          <Hits hits={hits} />
        </Panel>
      )}
    </>
  );
}

function SimilarList({ found }: { found: Similar[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return <p className="muted">{t("similar.none")}</p>;
  return (
    <ul className="similar" data-testid="similar">
      {found.map((one) => (
        <li key={one.id}>
          <SimilarTitle matter={one} />
        </li>
      ))}
    </ul>
  );
}

/** A similar matter with how alike the names are, as a bar and in words. */
export function SimilarTitle({ matter }: { matter: Similar }) {
  const { t } = useTranslation();
  const percent = Math.round(matter.score * 100);
  return (
    <>
      <Link to={`/matters/${matter.id}`}>{matter.title}</Link>{" "}
      <StatusTag status={matter.status} label={matter.status_label} />
      <div className="muted">
        {matter.code} · {matter.department} · {t("similar.score", { score: percent })}
      </div>
      <span className="bar" aria-hidden="true" style={{ display: "block" }}>
        <i style={{ width: `${percent}%` }} />
      </span>
    </>
  );
}

function Hits({ hits }: { hits: Hit[] }) {
  const { t } = useTranslation();
  if (hits.length === 0) return <p className="muted">{t("form.hit.none")}</p>;
  return (
    <ul className="similar">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link to={`/lists/${hit.id}`}>
            {hit.code} {hit.title}
          </Link>{" "}
          <StatusTag
            status={hit.answer ? "done" : "returned"}
            label={t(hit.answer ? "form.hit.answered" : "form.hit.open")}
          />
          {hit.answer && (
            <div>
              <Prose text={hit.answer} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
