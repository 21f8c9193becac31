import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formsQuery } from "@/api/forms";
import { labelOf, useLabels } from "@/api/labels";
import type { Application, ExtraField } from "@/api/types";
import { useEntry } from "@/ui/EntryPicker";
import { ScopeText } from "@/ui/ScopeText";
import { DateText, MoneyText, Prose } from "@/ui/text";
import { matterOne } from "./queries";

function None() {
  const { t } = useTranslation();
  return <span className="muted">{t("common.none")}</span>;
}

export function Bases({ bases }: { bases: Application["legal_bases"] }) {
  const { t } = useTranslation();
  if (bases.length === 0) return <None />;
  return (
    <ol className="plainlist">
      {bases.map((basis) => (
        <li key={`${basis.document}${basis.article}${basis.version}`}>
          {basis.document} {basis.article}
          {basis.version && `（${basis.version}）`}{" "}
          {basis.level && (
            <span className="tag tag-still">{t(`form.basis.levels.${basis.level}`)}</span>
          )}
          {basis.quotation && <div className="muted prose">{basis.quotation}</div>}
        </li>
      ))}
    </ol>
  );
}

/** An entry of a list, by code and name. */
export function EntryName({ id }: { id: number | null }) {
  const entry = useEntry(id);
  if (!id) return <None />;
  return <Link to={`/lists/${id}`}>{entry ? `${entry.code} ${entry.title}` : id}</Link>;
}

/** The matters that a request is about, by code and name. */
export function Concerned({ ids }: { ids: number[] }) {
  const found = useQueries({ queries: ids.map(matterOne) });
  if (ids.length === 0) return <None />;
  return (
    <ul className="plainlist">
      {ids.map((id, index) => {
        const matter = found[index]?.data;
        return (
          <li key={id}>
            <Link to={`/matters/${id}`}>{matter ? `${matter.code} ${matter.title}` : id}</Link>
          </li>
        );
      })}
    </ul>
  );
}

export function Parts({ parts }: { parts: Application["parts"] }) {
  const { t } = useTranslation();
  if (parts.length === 0) return <None />;
  return (
    <ol className="plainlist">
      {parts.map((part) => (
        <li key={`${part.title}${part.village_duty}`}>
          <strong>{part.title || "—"}</strong>
          <div className="prose">{part.village_duty}</div>
          {part.person_days && (
            <div>
              {t("common.pair", { label: t("form.fields.person_days"), value: part.person_days })}
            </div>
          )}
          {part.funding_amount && <MoneyText value={part.funding_amount} />}
          {(part.scope?.length ?? 0) > 0 ? (
            <ScopeText codes={part.scope ?? []} />
          ) : (
            <div className="muted">{t("form.part.wholeScope")}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Demands({ demands }: { demands: Application["demands"] }) {
  const { t } = useTranslation();
  const kinds = useLabels("demand");
  if (demands.length === 0) return <span className="muted">{t("form.demand.empty")}</span>;
  return (
    <ul className="plainlist">
      {demands.map((demand) => (
        <li key={`${demand.kind}${demand.name}${demand.basis}`}>
          <span className="tag tag-still">{labelOf(kinds, demand.kind)}</span> {demand.name}
          {demand.basis && <div className="muted">{demand.basis}</div>}
        </li>
      ))}
    </ul>
  );
}

export function Instalments({ rows }: { rows: Application["funding_due"] }) {
  if (rows.length === 0) return <None />;
  return (
    <ul className="plainlist">
      {rows.map((row) => (
        <li key={`${row.on}${row.amount}`}>
          <DateText value={row.on} /> <MoneyText value={row.amount} />
        </li>
      ))}
    </ul>
  );
}

interface ExtrasProps {
  type: string;
  values: Application["extras"];
}

/** The section of the object type, with the county's names of its fields. */
export function Extras({ type, values }: ExtrasProps) {
  const { t } = useTranslation();
  const forms = useQuery(formsQuery()).data?.forms ?? [];
  const fields = forms.find(({ object_type }) => object_type === type)?.fields ?? [];
  const filled = fields.filter(({ name }) => values[name] !== undefined);
  if (filled.length === 0) return <None />;
  return (
    <dl className="pairs">
      {filled.map((field) => (
        <div key={field.name} style={{ display: "contents" }}>
          <dt>{field.label}</dt>
          <dd>
            <Prose
              text={extraText(field, values[field.name], [t("form.extra.yes"), t("form.extra.no")])}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function extraText(field: ExtraField, value: unknown, [yes, no]: [string, string]): string {
  if (typeof value === "boolean") return value ? yes : no;
  return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
}
