import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Matter, Relative } from "@/api/types";
import { StatusTag } from "@/ui/StatusTag";
import { matterOne } from "./queries";

type Side = "predecessors" | "successors";

/** From what a matter came and what came of it: read from left to right, on a phone from top to bottom. */
export function FamilyTree({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  return (
    <div className="family">
      <Generation side="predecessors" relatives={matter.predecessors} />
      <section className="kin self" aria-label={t("matters.thisOne")}>
        <strong>{matter.title}</strong>
        <div className="muted">{matter.code}</div>
        <span className="muted">{t("matters.thisOne")}</span>
      </section>
      <Generation side="successors" relatives={matter.successors} />
    </div>
  );
}

function Generation({ side, relatives }: { side: Side; relatives: Relative[] }) {
  const { t } = useTranslation();
  if (relatives.length === 0) return null;
  return (
    <ul className={`generation ${side}`} aria-label={t(`matters.${side}`)}>
      {relatives.map(({ matter, kind_label }) => (
        <li key={matter.id}>
          <span className="how">{kind_label}</span>
          <div className="kin">
            <Link to={`/matters/${matter.id}`}>{matter.title}</Link>
            <div className="muted">{matter.code}</div>
            <StatusTag status={matter.status} label={matter.status_label} />
            <Further id={matter.id} side={side} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The generation beyond, asked for when somebody wants to see it. */
function Further({ id, side }: { id: number; side: Side }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery({ ...matterOne(id), enabled: open });
  const relatives = data?.[side];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(`matters.further.${side}`)}</summary>
      {isError && <p className="muted">{t("matters.unseen")}</p>}
      {relatives?.length === 0 && <p className="muted">{t("matters.noFurther")}</p>}
      {relatives && <Generation side={side} relatives={relatives} />}
    </details>
  );
}
