import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Fault } from "@/ui/Fault";
import { PdfView } from "@/ui/PdfView";
import { drawn, tryOut } from "./queries";

/** Tries the text with the facts of a real paper: its faults, what would stay empty, the page itself. */
export function Trial({ name, source }: { name: string; source: string }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [page, setPage] = useState<string>();
  const trial = useMutation({
    mutationFn: async () => {
      const found = await tryOut(name, source, number);
      const shown = found.faults.length === 0 && !found.sample;
      return { ...found, pdf: shown ? await drawn(name, source, number) : undefined };
    },
    onSuccess: ({ pdf }) => setPage(pdf && URL.createObjectURL(pdf)),
  });
  useEffect(() => () => void (page && URL.revokeObjectURL(page)), [page]);
  return (
    <section aria-label={t("templates.trial")}>
      <h3>{t("templates.trial")}</h3>
      <label htmlFor="sample">{t("templates.sample")}</label>
      <Input
        id="sample"
        value={number}
        maxLength={60}
        placeholder={t("templates.sampleHint")}
        onChange={(event) => setNumber(event.target.value)}
      />
      <p className="acts">
        <Button data-testid="try-template" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t("templates.try")}
        </Button>
      </p>
      <Fault error={trial.error} />
      {trial.data && <Told found={trial.data} />}
      {page && <PdfView href={page} title={t("templates.trial")} />}
    </section>
  );
}

type Found = Awaited<ReturnType<typeof tryOut>>;

function Told({ found: { faults, blanks = [], sample } }: { found: Found }) {
  const { t } = useTranslation();
  if (faults.length > 0) {
    return (
      <div role="alert" data-testid="template-faults">
        <p className="warned">{t("templates.faults", { count: faults.length })}</p>
        <ul>
          {faults.map(({ line, detail }) => (
            <li key={`${line} ${detail}`}>
              {line ? t("templates.fault", { line, detail }) : detail}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (sample) return <p className="warned">{sample}</p>;
  return (
    <div role="status" data-testid="template-blanks">
      {blanks.length === 0 ? (
        <p>{t("templates.whole")}</p>
      ) : (
        <ul>
          {blanks.map(({ name, title, printed }) => (
            <li key={name} className={printed ? "warned" : undefined}>
              {t(printed ? "templates.blank" : "templates.leftOut", { title })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
