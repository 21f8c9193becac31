import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { villagesQuery } from "@/api/villages";

/** Which village's contracts are wanted; who has only one has nothing to choose. */
export function useVillageFilter() {
  const { t } = useTranslation();
  const { role, villages: own } = useMe();
  const township = role !== "village_officer";
  const all = useQuery({ ...villagesQuery(), enabled: township }).data ?? [];
  const villages = township ? all : own;
  if (villages.length < 2) return [];
  const options = villages.map(({ id, name }) => ({ value: id, label: name }));
  return [{ name: "village" as const, label: t("contracting.list.village"), options }];
}
