import { Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PaperTemplate } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";
import { Meanwhile } from "./Meanwhile";
import { publishDraft, restoreSupplied, saveDraft } from "./queries";
import { Trial } from "./Trial";

/** The draft as it is typed; what is saved may still have faults, what is put to use has none. */
export function Editor({ template }: { template: PaperTemplate }) {
  const { t } = useTranslation();
  const { kind, versions, supplied, may_edit, may_publish } = template;
  const used = versions.find(({ status }) => status === "published");
  const draft = versions.find(({ status }) => status === "draft");
  const begun = draft?.source ?? used?.source ?? supplied;
  const [source, setSource] = useState(begun);
  const [note, setNote] = useState(draft?.note ?? "");
  const [base, setBase] = useState(draft?.version ?? null);
  const saving = useSaving({
    act: () => saveDraft(kind, { source, note, version: base }),
    done: t("templates.saved"),
    onSaved: ({ data }) => {
      const saved = data?.versions.find(({ status }) => status === "draft");
      setBase(saved?.version ?? null);
      if (saved) setSource(saved.source);
    },
  });
  const publishing = useSaving({
    act: () => publishDraft(kind, base ?? 0),
    done: t("templates.published"),
    onSaved: () => setBase(null),
  });
  const restoring = useSaving({
    act: () => restoreSupplied(kind),
    done: t("templates.restored"),
  });
  const changed = source !== begun || note !== (draft?.note ?? "");
  if (!may_edit) return <pre className="source">{begun}</pre>;
  return (
    <>
      <p>{t("templates.editing")}</p>
      <Fault error={saving.stale ? null : saving.error} />
      <Fault error={publishing.error ?? restoring.error} />
      {saving.stale && (
        <Meanwhile
          name={kind}
          base={begun}
          mine={source}
          settle={(text, version) => {
            setSource(text);
            setBase(version);
            saving.reset();
          }}
        />
      )}
      <label htmlFor="source">{t("templates.source")}</label>
      <Input.TextArea
        id="source"
        className="source"
        value={source}
        maxLength={40000}
        autoSize={{ minRows: 12, maxRows: 30 }}
        spellCheck={false}
        onChange={(event) => setSource(event.target.value)}
      />
      <label htmlFor="note">{t("templates.note")}</label>
      <Input
        id="note"
        value={note}
        maxLength={400}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="acts">
        <Button
          type="primary"
          data-testid="save-template"
          loading={saving.busy}
          disabled={!changed}
          onClick={() => saving.send()}
        >
          {t("templates.save")}
        </Button>
        {may_publish && draft && (
          <Popconfirm
            title={t("templates.publishAsk")}
            okText={t("common.confirm")}
            cancelText={t("common.cancel")}
            onConfirm={() => publishing.send()}
          >
            <Button
              data-testid="publish-template"
              loading={publishing.busy}
              disabled={changed}
              title={changed ? t("templates.saveFirst") : undefined}
            >
              {t("templates.publish")}
            </Button>
          </Popconfirm>
        )}
        {may_publish && used && (
          <Popconfirm
            title={t("templates.restoreAsk")}
            okText={t("common.confirm")}
            cancelText={t("common.cancel")}
            onConfirm={() => restoring.send()}
          >
            <Button loading={restoring.busy}>{t("templates.restore")}</Button>
          </Popconfirm>
        )}
        <Button onClick={() => setSource(supplied)}>{t("templates.takeSupplied")}</Button>
      </p>
      <Trial name={kind} source={source} />
    </>
  );
}
