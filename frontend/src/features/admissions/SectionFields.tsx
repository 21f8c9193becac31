import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { EntryPicker } from "@/ui/EntryPicker";
import { ScopePicker } from "@/ui/ScopePicker";
import { ScopeText } from "@/ui/ScopeText";
import { AttachmentsField } from "./AttachmentsField";
import { BasesField } from "./BasesField";
import { ConcernsField } from "./ConcernsField";
import { DemandsField } from "./DemandsField";
import type { Field } from "./draft";
import { ExtrasField } from "./ExtrasField";
import { useEditing } from "./editing";
import { FormField } from "./FormField";
import { fieldsOf, type Section } from "./form-sections";
import { HitsField } from "./HitsField";
import { InstalmentsField } from "./InstalmentsField";
import { PartsField } from "./PartsField";
import { FundingTotal, LoadTotal } from "./Totals";

/** Short fields that stand beside each other. */
const PAIRED = new Set<Field>([
  "contact_name",
  "contact_phone",
  "object_type",
  "category",
  "starts_on",
  "ends_on",
  "frequency",
  "person_days",
  "funding_amount",
  "budget_line",
]);

/** The fields of a section, the short ones two by two. */
export function SectionFields({ section }: { section: Section }) {
  const { application } = useEditing();
  const { kind } = application;
  if (section === "attachments") return <AttachmentsField application={application} />;
  return pairs(fieldsOf(section, kind)).map((fields) =>
    fields.length > 1 ? (
      <div key={fields[0]} className="twocols">
        {fields.map((field) => (
          <AnyField key={field} field={field} />
        ))}
      </div>
    ) : (
      fields.map((field) => <AnyField key={field} field={field} />)
    ),
  );
}

function pairs(fields: Field[]): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last?.length === 1 && PAIRED.has(last[0] as Field) && PAIRED.has(field)) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function AnyField({ field }: { field: Field }) {
  const { application } = useEditing();
  const { kind, category } = application;
  switch (field) {
    case "legal_bases":
      return <BasesField />;
    case "concerns":
      return <ConcernsField />;
    case "parts":
      return <PartsField />;
    case "funding_due":
      return (
        <>
          <FundingTotal />
          <InstalmentsField />
        </>
      );
    case "demands":
      return <DemandsField />;
    case "extras":
      return <ExtrasField />;
    case "hit_answers":
      return <HitsField />;
    case "negative_entry":
      return <NegativeEntry />;
    case "scope":
      return kind === "extend" || kind === "withdraw" ? <FixedScope /> : <Scope />;
    case "category":
      // What entered first is urgent and stays so; nothing else becomes urgent on a form.
      return category === "urgent" ? (
        <FormField field="category" disabled />
      ) : (
        <FormField field="category" omit={["urgent"]} />
      );
    case "ends_on":
      return <FormField field="ends_on" hint={kind === "extend" ? "endsExtended" : "ends_on"} />;
    case "person_days":
      return (
        <div>
          <FormField field="person_days" />
          <LoadTotal />
        </div>
      );
    case "personal_data":
    case "personal_data_purpose":
    case "personal_data_retention":
      return <IfPersonal field={field} />;
    default:
      return <FormField field={field} />;
  }
}

/** The applicant's own word that the negative list forbids it. */
function NegativeEntry() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="negative_entry"
      label={t("form.fields.negative_entry")}
      extra={t("form.hints.negative_entry")}
    >
      <EntryPicker list="negative" />
    </Form.Item>
  );
}

function Scope() {
  const { t } = useTranslation();
  return (
    <Form.Item name="scope" label={t("form.fields.scope")}>
      <ScopePicker />
    </Form.Item>
  );
}

/** The villages that the matter is in already. */
function FixedScope() {
  const { t } = useTranslation();
  return (
    <Form.Item name="scope" label={t("form.fields.scope")}>
      <Codes />
    </Form.Item>
  );
}

function Codes({ value }: { value?: string[] }) {
  return <ScopeText codes={value ?? []} />;
}

/** Asked only of those who handle personal data. */
function IfPersonal({ field }: { field: Field }) {
  return Form.useWatch("handles_personal_data") ? <FormField field={field} /> : null;
}
