import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { hundredths, readable } from "./amounts";

const MONTHS = 12n;

/** What the load comes to in the whole county, while it is typed. */
export function LoadTotal() {
  const { t } = useTranslation();
  const villages = (Form.useWatch("scope") as string[] | undefined)?.length ?? 0;
  const days = hundredths(Form.useWatch("person_days"));
  return (
    <p className="note" role="status" data-testid="load-total">
      {days && villages
        ? t("form.load.total", {
            villages,
            days: readable(days, { places: false }),
            total: readable(days * BigInt(villages), { places: false }),
          })
        : t("form.load.unknown")}
      {days && villages ? (
        <span className="muted">
          {" "}
          {t("form.load.perYear", {
            total: readable(days * BigInt(villages) * MONTHS, { places: false }),
          })}
        </span>
      ) : null}
    </p>
  );
}

/** What the money comes to for all villages, while it is typed. */
export function FundingTotal() {
  const { t } = useTranslation();
  const villages = (Form.useWatch("scope") as string[] | undefined)?.length ?? 0;
  const amount = hundredths(Form.useWatch("funding_amount"));
  return (
    <p className="note" role="status" data-testid="funding-total">
      {amount && villages
        ? t("form.funding.total", {
            villages,
            amount: readable(amount),
            total: readable(amount * BigInt(villages)),
          })
        : t("form.funding.unknown")}
    </p>
  );
}
