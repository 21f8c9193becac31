import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { takeStep } from "@/api/steps";
import type { Edition } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { DetailPage, Panel } from "@/ui/DetailPage";
import { StatusTag } from "@/ui/StatusTag";
import { AskedOfMe } from "./AskedOfMe";
import { ChangesPanel } from "./ChangesPanel";
import { EditionCourse } from "./EditionCourse";
import { EditionFiles } from "./EditionFiles";
import { mayComment } from "./people";
import { editionActions, editionHistory } from "./queries";
import { SayOf } from "./SayOf";
import { EDITION_STEPS } from "./steps";
import { useEditionFacts } from "./useEditionFacts";
import { useEditionName } from "./useEditionName";

export function EditionDetail({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { id, version, kind, kind_label, status, status_label } = edition;
  const name = useEditionName();
  const { role, realm } = useMe();
  const ofCounty = realm.kind === "county";
  const speaks = mayComment(role) && status === "consultation";
  const settled = ["published", "discarded"].includes(status);
  return (
    <>
      <AskedOfMe only={(asked) => asked.edition_id === id} />
      <DetailPage
        title={`${kind_label} ${name(edition)}`}
        status={<StatusTag status={status} label={status_label} />}
        back={`/lists/${kind}/editions`}
        where={ofCounty && <EditionCourse edition={edition} />}
        may={
          speaks ? (
            <SayOf edition={id} />
          ) : ofCounty && !settled ? (
            <ActionBar
              actions={editionActions(id)}
              forms={EDITION_STEPS}
              take={(step, said) => takeStep("editions", id, step, { version, ...said })}
            />
          ) : undefined
        }
        facts={useEditionFacts(edition)}
        papers={<EditionFiles edition={edition} />}
        history={ofCounty ? editionHistory(id) : undefined}
      >
        <Panel title={t("lists.difference")}>
          <ChangesPanel edition={edition} />
        </Panel>
      </DetailPage>
    </>
  );
}
