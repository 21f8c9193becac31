import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { county, countyQuery } from "@/api/client";
import { newKey } from "@/api/new-key";
import type { ApplicationIn, Matter } from "@/api/types";
import { Fault } from "./Fault";
import { useSaving } from "./useSaving";

/** What is known of the existing matter goes over; the rest is filled in on the form. */
const contentOf = (matter: Matter) =>
  ({
    kind: "admit",
    concerns: [matter.id],
    title: matter.title,
    object_type: matter.object_type,
    village_duty: matter.village_duty,
    frequency: matter.frequency,
    person_days: matter.person_days,
    legal_bases: matter.legal_bases,
    funding_amount: matter.funding_amount,
    budget_line: matter.budget_line,
    scope: matter.scope,
  }) as ApplicationIn;

/** Begins the application that will take an existing matter's place. */
export function Readmit({ matter, small = false }: { matter: number; small?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = useRef(newKey());
  const { send, busy, error } = useSaving({
    act: async () => {
      const path = { params: { path: { id: matter } } };
      const known = await queries.fetchQuery(
        countyQuery.queryOptions("get", "/api/matters/{id}", path),
      );
      const header = { "Idempotency-Key": key.current };
      const body = contentOf(known);
      return (await county.POST("/api/applications", { params: { header }, body })).data;
    },
    onSaved: (made) => made && navigate(`/applications/${made.id}/edit`),
  });
  return (
    <>
      <Button
        type={small ? "default" : "primary"}
        size={small ? "small" : undefined}
        loading={busy}
        data-testid="readmit"
        onClick={() => send()}
      >
        {t("legacy.apply")}
      </Button>
      <Fault error={error} />
    </>
  );
}
