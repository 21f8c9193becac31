import { Alert, App, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordIn, SignedClause } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useKept } from "@/ui/useKept";
import { useSaving } from "@/ui/useSaving";
import { asksForFile } from "./clauses";
import { FilesField } from "./FilesField";
import { RecordFields } from "./RecordFields";
import { bodyOf, type Draft, type Term } from "./record";
import { sendFiles } from "./sending";

interface Props {
  /** Under which name it is kept on this machine while it is typed. */
  name: string;
  begin: Draft;
  clauses: SignedClause[];
  term: Term;
  /** Files that the record has already. */
  there?: number;
  /** Why the server did not take it before. */
  failure?: string;
  /** Hands it in; null when it waits on this machine for the line. */
  send: (body: RecordIn) => Promise<number | null>;
  onward: (id: number | null) => void;
}

/** What was done, on which day, how much, where: at a desk, afterwards, and without a photo unless the clause asks. */
export function RecordForm(props: Props) {
  const { name, begin, clauses, term, there = 0, failure, send, onward } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const { value, restored, change, forget } = useKept(`record.${name}`, begin);
  const [files, setFiles] = useState<File[]>([]);
  const [unfiled, setUnfiled] = useState(false);
  const clause = clauses.find(({ number }) => number === value.clause);

  const saving = useSaving({
    form,
    act: async (submit: boolean) => {
      const later = files.length > 0;
      const id = await send(bodyOf(value, clause, submit && !later));
      if (id === null) return { id, lost: "", submit };
      return { id, lost: later ? await sendFiles(id, files, clause, submit) : "", submit };
    },
    onSaved: ({ id, lost, submit }) => {
      forget();
      if (lost) message.warning(t("contracting.records.filesLost", { message: lost }));
      else if (id === null) {
        message.info(t(files.length > 0 ? "contracting.records.filesLater" : "outbox.kept"));
      } else message.success(t(`contracting.records.${submit ? "submitted" : "saved"}`));
      onward(id);
    },
  });
  const submit = async () => {
    const missing = clause !== undefined && asksForFile(clause) && files.length + there === 0;
    setUnfiled(missing);
    const whole = await form.validateFields().catch(() => null);
    if (whole && !missing) saving.send(true);
  };

  return (
    <div className="touch narrow">
      {restored && <Alert type="info" showIcon title={t("outbox.draft")} className="gap" />}
      {failure && !saving.error && (
        <Alert type="error" showIcon role="alert" title={failure} className="gap" />
      )}
      <Fault error={saving.error} className="gap" />
      <Form<Draft>
        form={form}
        className="panel"
        layout="vertical"
        initialValues={value}
        disabled={saving.busy || saving.over}
        scrollToFirstError
        onValuesChange={(part) => change((now) => ({ ...now, ...part }))}
      >
        <RecordFields clauses={clauses} clause={clause} term={term} />
        <FilesField
          clause={clause}
          files={files}
          there={there}
          fault={unfiled && files.length + there === 0}
          change={setFiles}
        />
        <p className="muted">{t("contracting.records.submitAsk")}</p>
        <div className="forth">
          <Button
            size="large"
            loading={saving.busy}
            onClick={() => saving.send(false)}
            data-testid="record-draft"
          >
            {t("contracting.records.draft")}
          </Button>
          <Button
            size="large"
            type="primary"
            loading={saving.busy}
            onClick={() => void submit()}
            data-testid="record-submit"
          >
            {t("contracting.records.submit")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
