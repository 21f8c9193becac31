import { useQuery } from "@tanstack/react-query";
import { Checkbox, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { libraryQuery, templatesQuery } from "@/api/purchases";
import type { ClauseDraft, SampleClause } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Prose } from "@/ui/text";
import { draftOf } from "./library";

interface Props {
  clauses: ClauseDraft[];
  add: (fresh: Omit<ClauseDraft, "number">[]) => void;
  close: () => void;
}

/** Clauses from the library, one by one or all of a template; what is there already is not offered again. */
export function LibraryDialog({ clauses, add, close }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<SampleClause[]>([]);
  const templates = useQuery(templatesQuery()).data ?? [];
  const taken = new Set(clauses.map(({ heading }) => heading));
  const open = ({ heading }: SampleClause) => !taken.has(heading);
  const ids = new Set(chosen.map(({ id }) => id));
  const toggle = (sample: SampleClause) =>
    setChosen((now) =>
      ids.has(sample.id) ? now.filter(({ id }) => id !== sample.id) : [...now, sample],
    );
  return (
    <Modal
      open
      width={860}
      title={t("terms.samples.title")}
      okText={t("terms.samples.take", { count: chosen.length })}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: chosen.length === 0, ...{ "data-testid": "take-clauses" } }}
      onCancel={close}
      onOk={() => {
        add([...chosen].sort((one, other) => one.seq - other.seq).map(draftOf));
        close();
      }}
    >
      <Select
        aria-label={t("terms.samples.template")}
        placeholder={t("terms.samples.template")}
        style={{ width: "100%", marginBottom: 12 }}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) =>
          setChosen((templates.find((one) => one.id === id)?.clauses ?? []).filter(open))
        }
      />
      <Loaded query={libraryQuery()}>
        {(library) => (
          <ul className="cards">
            {library.filter(open).map((sample) => (
              <li key={sample.id}>
                <Checkbox checked={ids.has(sample.id)} onChange={() => toggle(sample)}>
                  {sample.heading} · {sample.kind_label}
                  {sample.mandatory && ` · ${t("terms.samples.mandatory")}`}
                </Checkbox>
                <p>
                  <Prose text={sample.text} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Modal>
  );
}
