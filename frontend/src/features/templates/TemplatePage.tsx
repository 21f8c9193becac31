import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { PaperTemplate } from "@/api/types";
import { DetailPage, Loaded, Panel } from "@/ui/DetailPage";
import { Editor } from "./Editor";
import { templateHistory, templateOne } from "./queries";
import { Words } from "./Words";

/** The wording of one kind of paper: what is in use, what is being drafted, and how it looks. */
export function Component() {
  const name = useParams().name ?? "";
  return (
    <Loaded query={templateOne(name)}>
      {(template) => <TemplatePage key={name} template={template} />}
    </Loaded>
  );
}

function TemplatePage({ template }: { template: PaperTemplate }) {
  const { t } = useTranslation();
  const used = template.versions.find(({ status }) => status === "published");
  return (
    <DetailPage
      title={template.label}
      back="/templates"
      facts={[
        [
          t("templates.used"),
          used ? t("templates.own", { number: used.number }) : t("templates.supplied"),
        ],
        [t("templates.since"), used?.published_on ?? t("common.none")],
        [t("templates.note"), used?.note || t("common.none")],
      ]}
      aside={<Words template={template} />}
      history={templateHistory(template.kind)}
    >
      <Panel title={t("templates.wording")}>
        <Editor template={template} />
      </Panel>
    </DetailPage>
  );
}
