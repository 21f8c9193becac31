import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ask, batchJobs, type JobName } from "@/api/batches";
import { useMe } from "@/api/me";
import { Fault } from "./Fault";
import { useSaving } from "./useSaving";

interface Props {
  job: JobName;
  /** Under which conditions. */
  body: object;
  label: string;
  /** What the button says to those who do not see where it stands. */
  about?: string;
  small?: boolean;
}

/** Has something made and goes to where one sees how far it has come. */
export function AskForBatch({ job, body, label, about, small }: Props) {
  const navigate = useNavigate();
  const asking = useSaving({
    act: () => ask(job, body),
    onFresh: ({ id }) => navigate(`/batches/${id}`),
  });
  return (
    <>
      <Button
        size={small ? "small" : undefined}
        loading={asking.busy}
        aria-label={about && `${label} ${about}`}
        data-testid={`ask-${job}`}
        onClick={() => asking.send()}
      >
        {label}
      </Button>
      <Fault error={asking.error} />
    </>
  );
}

/**
 * The papers of a list packed, for whoever may: with the filters that the list has in its address, as an export takes
 * them.
 */
export function ExportPapers({ address }: { address: URLSearchParams }) {
  const { t } = useTranslation();
  const { may } = useMe();
  const jobs = useQuery({ ...batchJobs(), enabled: may.includes("archive") }).data ?? [];
  if (!jobs.some(({ name }) => name === "export")) return null;
  const asked = ["q", "kind", "status", "organisation", "from_on", "to_on"].flatMap((name) => {
    const value = address.get(name);
    return value ? [[name, name === "organisation" ? Number(value) : value]] : [];
  });
  return (
    <AskForBatch job="export" body={Object.fromEntries(asked)} label={t("batches.exportThese")} />
  );
}
