import { Empty } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { OpinionAsked } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { Asked } from "./Asked";
import { askedOfMe } from "./queries";
import { inTurn } from "./turns";

/** What this department is asked: the unanswered first, each with its brief and room for the answer. */
export function Component() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  return (
    <>
      <div className="pagehead">
        <h1>{t("opinions.title")}</h1>
      </div>
      <p className="muted">{t("opinions.hint")}</p>
      <Loaded query={askedOfMe()}>{(asked) => <Lists asked={asked} shown={id} />}</Loaded>
    </>
  );
}

function Lists({ asked, shown }: { asked: OpinionAsked[]; shown: number }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (shown) document.getElementById(`opinion-${shown}`)?.scrollIntoView({ block: "start" });
  }, [shown]);
  const { open, answered } = inTurn(asked);
  return (
    <>
      <section className="panel" aria-label={t("opinions.open")}>
        <h2>{t("opinions.openCount", { count: open.length })}</h2>
        {open.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("opinions.none")} />
        )}
        <ul className="cards">
          {open.map((one) => (
            <Asked key={one.id} opinion={one} open={one.id === shown || open.length === 1} />
          ))}
        </ul>
      </section>
      {answered.length > 0 && (
        <section className="panel" aria-label={t("opinions.answered")}>
          <h2>{t("opinions.answered")}</h2>
          <ul className="cards">
            {answered.map((one) => (
              <Asked key={one.id} opinion={one} open={one.id === shown} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
