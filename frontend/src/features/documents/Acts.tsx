import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMe } from "@/api/me";
import type { PaperDetail } from "@/api/types";
import { DialogButton } from "@/ui/DialogButton";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";
import { askForDuplicate, beginCorrection, voidPaper } from "./queries";

/** What the office may do with an issued paper: a duplicate, a correction; what was issued in error becomes void. */
export function Acts({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const head = useMe().role === "social_work_head";
  const { id, version } = paper;
  const { send, error, busy } = useSaving({
    act: () => beginCorrection(id),
    onFresh: ({ data }) => data && navigate(`/drafts/${data.id}`),
  });
  return (
    <>
      <p className="acts">
        <DialogButton
          name="duplicate"
          label={t("documents.duplicate")}
          form={{
            fields: {
              receiver: { kind: "text", required: true },
              reason: { kind: "text", label: "duplicateReason", required: true },
              copies: { kind: "text", label: "sealCopies" },
            },
            remark: false,
            intro: <p>{t("documents.duplicateHint")}</p>,
          }}
          submit={({ receiver, reason, copies }) =>
            askForDuplicate(id, {
              receiver: String(receiver),
              reason: String(reason),
              copies: Number(copies) || 1,
            })
          }
        />
        <Button data-testid="correct" loading={busy} onClick={() => send()}>
          {t("documents.correct")}
        </Button>
        {head && paper.may_be_voided && (
          <DialogButton
            name="void"
            label={t("documents.void")}
            form={{
              fields: { reason: { kind: "long", label: "voidReason", required: true } },
              remark: false,
              danger: true,
              intro: <p>{t("documents.voidHint")}</p>,
            }}
            submit={({ reason }) => voidPaper(id, String(reason), version)}
          />
        )}
      </p>
      <Fault error={error} />
    </>
  );
}
