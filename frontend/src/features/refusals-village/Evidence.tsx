import { useId } from "react";
import { useTranslation } from "react-i18next";
import { addEvidence } from "@/api/evidence";
import type { Refusal } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";

const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/** One file that goes with the refusal, if there is one; it stays in the township. */
export function Evidence({ refusal, mine }: { refusal: Refusal; mine: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const { send, busy, error } = useSaving({
    act: (file: File) => addEvidence(refusal.id, file),
    done: t("refuse.evidenceAdded"),
  });
  const name = refusal.evidence_name;
  return (
    <>
      {name && (
        <p>
          <a href={`/api/refusals/${refusal.id}/evidence`} download>
            {name}
          </a>
        </p>
      )}
      <p className="muted">{t("refuse.evidenceHint")}</p>
      <Fault error={error} />
      {mine && (
        <div className="plainform">
          <label htmlFor={id}>{t(name ? "refuse.evidenceReplace" : "refuse.evidenceAdd")}</label>
          <input
            id={id}
            type="file"
            accept={ACCEPTED}
            disabled={busy}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = "";
              if (file) send(file);
            }}
          />
        </div>
      )}
    </>
  );
}
