import { useTranslation } from "react-i18next";
import { MoneyText } from "@/ui/text";
import type { Parameter } from "./schema";

const MIB = 1024 * 1024;

/** A value of a parameter in words. */
export function Told({ parameter, value }: { parameter: Parameter; value: unknown }) {
  const { t } = useTranslation();
  const { kind, options, unitLabel } = parameter;
  const labelOf = (one: unknown) => options.find((o) => o.value === one)?.label ?? String(one);
  if (value === null || value === undefined) return <>{t("configuration.unset")}</>;
  switch (kind) {
    case "switch":
      return <>{t(value ? "configuration.on" : "configuration.off")}</>;
    case "choice":
      return <>{labelOf(value)}</>;
    case "choices":
      return <>{(value as unknown[]).map(labelOf).join(t("common.comma"))}</>;
    case "numbers":
      return <>{`${(value as number[]).join(t("common.comma"))} ${unitLabel}`}</>;
    case "bytes":
      return <>{`${Math.round((Number(value) / MIB) * 10) / 10} MB`}</>;
    case "money":
      return <MoneyText value={String(value)} />;
    case "share": {
      const { numerator, denominator } = value as { numerator: number; denominator: number };
      return <>{`${numerator} / ${denominator}`}</>;
    }
    case "courses":
    case "forms":
      return <>{t("configuration.rules", { count: (value as unknown[]).length })}</>;
    default:
      return <>{`${value} ${unitLabel}`.trim()}</>;
  }
}
