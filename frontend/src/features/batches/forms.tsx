import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { JobName } from "@/api/batches";
import { today } from "@/api/calendar";
import { countyQuery } from "@/api/client";
import type { Given, StepForm } from "@/ui/step-forms";

const YEARS = 8;
const SIZES = ["A4", "A3"].map((size) => ({ value: size, label: size }));

/** What each job is asked for with; papers are exported from their list, with its filters. */
export const JOB_FORMS: Partial<Record<JobName, StepForm>> = {
  archive: year(),
  satisfaction: year(),
  disclosure: {
    remark: false,
    fields: {
      size: {
        kind: "control",
        label: "paper_size",
        required: true,
        render: (given: Given<string>) => <Select {...given} options={SIZES} />,
      },
      township: { kind: "control", render: (given: Given<number>) => <Township {...given} /> },
    },
  },
};

function year(): StepForm {
  const render = (given: Given<number>) => <Year {...given} />;
  return {
    remark: false,
    fields: { year: { kind: "control", label: "paper_year", required: true, render } },
  };
}

function Year(given: Given<number>) {
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, ago) => ({ value: now - ago, label: now - ago }));
  return <Select {...given} options={years} />;
}

/** Left empty: all of them. */
function Township(given: Given<number>) {
  const { t } = useTranslation();
  const found = useQuery(
    countyQuery.queryOptions("get", "/api/townships", {
      params: { query: { limit: 200, offset: 0 } },
    }),
  );
  const options = found.data?.items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...given}
      allowClear
      loading={found.isPending}
      options={options}
      placeholder={t("batches.everywhere")}
    />
  );
}
