import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { countyQuery } from "@/api/client";
import { MatterPicker } from "@/ui/MatterPicker";
import { useEditing } from "./editing";
import { matterOne } from "./queries";
import { pointedAt } from "./take-over";

const IN_FORCE = ["in_force", "suspended"] as const;
const LEGACY = ["legacy"] as const;

/** The department's own matters that the request is about; of a new one, the legacy matters that it replaces. */
export function ConcernsField() {
  const { t } = useTranslation();
  const { application } = useEditing();
  const replaces = application.kind === "admit";
  const legacy = useQuery({
    ...countyQuery.queryOptions("get", "/api/matters", {
      params: { query: { status: "legacy", limit: 1 } },
    }),
    enabled: replaces,
  });
  if (replaces && !legacy.data?.total && application.concerns.length === 0) return null;
  return (
    <Form.Item
      name="concerns"
      label={t("form.fields.concerns")}
      extra={t(replaces ? "form.hints.replaces" : "form.hints.concerns")}
    >
      <Concerned />
    </Form.Item>
  );
}

interface Given {
  id?: string;
  value?: number[];
  onChange?: (ids: number[]) => void;
}

function Concerned({ id, value, onChange }: Given) {
  const { application, fill } = useEditing();
  const queries = useQueryClient();
  const { kind } = application;
  if (kind === "admit" || kind === "merge") {
    return (
      <MatterPicker<number[]>
        id={id}
        multiple
        statuses={kind === "admit" ? LEGACY : IN_FORCE}
        value={value}
        onChange={(ids) => onChange?.(ids ?? [])}
      />
    );
  }
  const choose = async (chosen: number | null) => {
    onChange?.(chosen ? [chosen] : []);
    // An extension and a withdrawal are for the villages that the matter is in, whichever it is.
    if (chosen && (kind === "extend" || kind === "withdraw")) {
      fill(pointedAt(await queries.fetchQuery(matterOne(chosen))));
    }
  };
  return (
    <MatterPicker<number | null>
      id={id}
      statuses={IN_FORCE}
      value={value?.[0] ?? null}
      onChange={(chosen) => void choose(chosen)}
    />
  );
}
