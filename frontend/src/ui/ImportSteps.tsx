import { Steps } from "antd";
import { useTranslation } from "react-i18next";

/** How far an import is: 0 choosing, 1 checking, 2 done. */
export function ImportSteps({ now }: { now: 0 | 1 | 2 }) {
  const { t } = useTranslation();
  const titles = [t("sheet.step.choose"), t("sheet.step.check"), t("sheet.step.done")];
  return (
    <section className="panel" aria-label={t("sheet.steps")}>
      <Steps size="small" current={now} items={titles.map((title) => ({ title }))} />
    </section>
  );
}
