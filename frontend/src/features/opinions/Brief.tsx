import { useTranslation } from "react-i18next";
import { labelOf, useLabels } from "@/api/labels";
import type { OpinionAsked } from "@/api/types";
import { Facts } from "@/ui/DetailPage";
import { MoneyText, PeriodText, Prose } from "@/ui/text";

type Fact = [label: string, value: React.ReactNode];
const TEXTS = [
  "objective",
  "township_duty",
  "village_duty",
  "frequency",
  "person_days",
  "no_cost_reason",
  "reasons",
] as const;

/** What the department is asked about, as it was when it was asked. */
export function Brief({ opinion }: { opinion: OpinionAsked }) {
  const { t } = useTranslation();
  const kinds = useLabels("kind");
  const categories = useLabels("category");
  const types = useLabels("object_type");
  const brief = opinion.brief as Record<string, string | null | undefined>;
  const nature = [
    labelOf(kinds, brief.kind ?? ""),
    labelOf(types, brief.object_type ?? ""),
    labelOf(categories, brief.category ?? ""),
  ].filter(Boolean);
  const rows: Fact[] = [
    ...(brief.department ? [[t("opinions.department"), brief.department] satisfies Fact] : []),
    ...(nature.length ? [[t("opinions.nature"), nature.join(" · ")] satisfies Fact] : []),
    ...(brief.starts_on || brief.ends_on
      ? [
          [
            t("matters.period"),
            <PeriodText key="period" from={brief.starts_on ?? null} to={brief.ends_on ?? null} />,
          ] satisfies Fact,
        ]
      : []),
    ...TEXTS.filter((name) => brief[name]).map(
      (name): Fact => [t(`opinions.texts.${name}`), <Prose key={name} text={brief[name]} />],
    ),
    ...(brief.funding_amount
      ? [
          [
            t("matters.funding_amount"),
            <MoneyText key="money" value={brief.funding_amount} />,
          ] satisfies Fact,
        ]
      : []),
  ];
  return <Facts rows={rows} />;
}
