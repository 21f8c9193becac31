import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { Similar } from "@/api/types";
import { Loading } from "@/ui/states";
import { useRules } from "@/ui/useRules";
import { applicationSimilar } from "./queries";
import { SimilarTitle } from "./SimilarPanel";

interface Props {
  name: string;
  /** The application. */
  id: number;
}

/** One choice for each similar matter in force: another one, or to be merged; with a reason. */
export function SimilarJudged({ name, id }: Props) {
  const { t } = useTranslation();
  const found = useQuery(applicationSimilar(id));
  if (found.isPending) return <Loading />;
  const similar = found.data ?? [];
  if (similar.length === 0) return <p className="muted">{t("similar.none")}</p>;
  return (
    <section aria-label={t("similar.title")}>
      <h3>{t("similar.title")}</h3>
      <p className="muted">{t("similar.hint")}</p>
      {similar.map((matter, index) => (
        <One key={matter.id} path={[name, index]} matter={matter} />
      ))}
    </section>
  );
}

function One({ path, matter }: { path: [string, number]; matter: Similar }) {
  const { t } = useTranslation();
  const { must, written } = useRules();
  const question = t("similar.judge", { title: matter.title });
  const reason = t("similar.reason");
  return (
    <fieldset className="aspect" data-testid={`similar-${matter.id}`}>
      <legend>{matter.code}</legend>
      <SimilarTitle matter={matter} />
      <Form.Item name={[...path, "matter"]} initialValue={matter.id} hidden>
        <Input />
      </Form.Item>
      <Form.Item
        name={[...path, "judgement"]}
        label={question}
        style={{ marginTop: 12 }}
        rules={must(question)}
      >
        <Radio.Group
          aria-label={question}
          options={[
            { value: "different", label: t("opinion.different") },
            { value: "merge", label: t("opinion.merge") },
          ]}
        />
      </Form.Item>
      <Form.Item name={[...path, "reason"]} label={reason} rules={written(reason)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </fieldset>
  );
}
