import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { hundredths, readable, sumOf } from "@/ui/decimals";

/** Whether the rows of a list come to the price; while they do not, by how much. */
export function Balance({ list }: { list: "budget" | "instalments" }) {
  const { t } = useTranslation();
  const rows = Form.useWatch<{ amount?: string }[] | undefined>(list) ?? [];
  const price = hundredths(Form.useWatch<string | undefined>("price")) ?? 0n;
  if (rows.length === 0) return null;
  const sum = sumOf(rows.map((row) => row?.amount));
  const gap = price - sum;
  const state = gap === 0n ? "matches" : gap > 0n ? "less" : "more";
  return (
    <p className={gap === 0n ? "note" : "note bad"} role="status" data-testid={`balance-${list}`}>
      {t(`terms.balance.${state}`, { sum: readable(sum), gap: readable(gap < 0n ? -gap : gap) })}
    </p>
  );
}
