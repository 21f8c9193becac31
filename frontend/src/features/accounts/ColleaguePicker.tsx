import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchSelect, useSettled } from "@/ui/SearchSelect";
import { userList, userOne } from "./queries";

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (id: number | null) => void;
  /** Nobody stands in for itself. */
  except?: number;
}

const SHOWN = 20;

/** Somebody of one's own realm, by name. */
export function ColleaguePicker({ id, value = null, onChange, except }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useSettled(words) || undefined;
  const found = useQuery({
    ...userList({ q, limit: SHOWN, offset: 0, filters: { is_active: true } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({ ...userOne(value ?? 0), enabled: value !== null }).data;
  const listed = (found.data?.items ?? []).filter((user) => user.id !== except);
  const shown = chosen && !listed.some((user) => user.id === value) ? [chosen, ...listed] : listed;
  return (
    <SearchSelect<number | null>
      id={id}
      value={value}
      onChange={onChange}
      placeholder={t("users.colleagueHint")}
      options={shown.map((user) => ({ value: user.id, label: `${user.name} ${user.username}` }))}
      loading={found.isFetching}
      failed={found.isError}
      onSearch={setWords}
    />
  );
}
