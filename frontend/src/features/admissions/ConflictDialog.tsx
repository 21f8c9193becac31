import { Modal, Radio } from "antd";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/types";
import { CellRows, HeadedTable } from "@/ui/PlainTable";
import type { Conflict, Field } from "./draft";
import { FieldValue } from "./FieldValue";

interface Props {
  conflict: Conflict;
  mine: Application;
  settle: (mine: Set<Field>) => Promise<void>;
}

/** Both versions of each field that two people changed, to choose from. */
export function ConflictDialog({ conflict, mine, settle }: Props) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<Set<Field>>(() => new Set(conflict.fields));
  const [busy, setBusy] = useState(false);
  const choose = (field: Field, own: boolean) => {
    const next = new Set(kept);
    if (own) next.add(field);
    else next.delete(field);
    setKept(next);
  };
  return (
    <Modal
      open
      width={860}
      title={t("form.conflict.title")}
      closable={false}
      cancelButtonProps={{ style: { display: "none" } }}
      okText={t("common.confirm")}
      confirmLoading={busy}
      onOk={() => {
        setBusy(true);
        void settle(kept).finally(() => setBusy(false));
      }}
    >
      <p>{t("form.conflict.hint")}</p>
      <HeadedTable
        className="changes"
        testId="conflict"
        head={[t("conflict.what"), t("conflict.mine"), t("conflict.theirs")]}
      >
        <CellRows
          rows={conflict.fields.map((field) => ({
            key: field,
            label: t(`form.fields.${field}`),
            cells: ([true, false] as const).map((own) => (
              <Fragment key={String(own)}>
                <Radio checked={kept.has(field) === own} onChange={() => choose(field, own)}>
                  {t(own ? "form.conflict.keepMine" : "form.conflict.takeTheirs")}
                </Radio>
                <FieldValue field={field} of={own ? mine : conflict.latest} />
              </Fragment>
            )),
          }))}
        />
      </HeadedTable>
    </Modal>
  );
}
