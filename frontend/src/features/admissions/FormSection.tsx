import { Form, Input, InputNumber } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Check } from "@/api/types";
import { ScopePicker } from "@/ui/ScopePicker";
import { BasesField } from "./BasesField";
import type { Field } from "./draft";
import { SECTIONS, type Section, unmetIn } from "./form-sections";

const LIMITS: Partial<Record<Field, number>> = { title: 60, frequency: 100, budget_line: 200 };
const TWO_COLUMNS: readonly Section[] = ["matter"];

export function FormSection({ section, checks }: { section: Section; checks: Check[] }) {
  const { t } = useTranslation();
  const unmet = unmetIn(section, checks);
  // "incomplete" names every empty field of the form; beside a section only its own are asked for.
  const told = ({ code, field, detail }: Check) =>
    code === "incomplete" && field
      ? t("common.required", { label: t(`form.fields.${field as Field}`) })
      : detail;
  return (
    <section
      className="panel formsection"
      id={`section-${section}`}
      aria-labelledby={`h-${section}`}
    >
      <h2 id={`h-${section}`}>{t(`form.sections.${section}`)}</h2>
      <div className={TWO_COLUMNS.includes(section) ? "twocols" : undefined}>
        {SECTIONS[section].map((field) => (
          <FormField key={field} field={field} />
        ))}
      </div>
      <aside aria-label={t("form.checks")}>
        <h3>{t("form.checks")}</h3>
        <ul className="checks" data-testid={`checks-${section}`}>
          {unmet.map((check) => (
            <li key={`${check.code}${check.field}`}>{told(check)}</li>
          ))}
          {checks.length > 0 && unmet.length === 0 && <li className="ok">{t("form.met")}</li>}
        </ul>
      </aside>
    </section>
  );
}

function FormField({ field }: { field: Field }) {
  const { t } = useTranslation();
  if (field === "legal_bases") return <BasesField />;
  const label = t(`form.fields.${field}`);
  if (field === "scope") {
    return (
      <Form.Item name={field} noStyle>
        <ScopePicker />
      </Form.Item>
    );
  }
  return (
    <Form.Item name={field} label={label} rules={numberRules(field, t)}>
      <Control field={field} />
    </Form.Item>
  );
}

/** Digits before the point that the server can keep. */
const DIGITS: Partial<Record<Field, number>> = { funding_amount: 12, person_days: 4 };

function numberRules(field: Field, t: TFunction) {
  const digits = DIGITS[field];
  if (!digits) return [];
  const pattern = new RegExp(`^\\d{0,${digits}}(\\.\\d*)?$`);
  return [{ pattern, message: t("form.tooLarge", { digits }) }];
}

/** The input of a plain field. antd hands id, value and onChange down to it. */
function Control({ field, ...given }: { field: Field }) {
  switch (field) {
    case "starts_on":
    case "ends_on":
      return <Input {...given} type="date" />;
    case "funding_amount":
      return (
        <InputNumber<string>
          {...given}
          stringMode
          precision={2}
          min="0"
          style={{ width: "100%" }}
        />
      );
    case "person_days":
      return (
        <InputNumber<string>
          {...given}
          stringMode
          precision={1}
          min="0"
          style={{ width: "100%" }}
        />
      );
    case "title":
    case "frequency":
    case "budget_line":
      return <Input {...given} maxLength={LIMITS[field]} />;
    default:
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />;
  }
}
