import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { Village } from "@/api/types";
import { villagesQuery } from "@/api/villages";
import { Failure, Loading } from "./states";

interface Props {
  /** antd's form hands it down, so that a fault can be brought into view. */
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
  /** Only these can be chosen. */
  among?: string[];
}

/** Villages by township, chosen by their codes; a township or all of them in one click. */
export function ScopePicker({ id, value, onChange, among }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(villagesQuery());
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  const villages = among ? data.filter(({ code }) => among.includes(code)) : data;
  const chosen = new Set(value ?? []);
  const set = (codes: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) on ? next.add(code) : next.delete(code);
    onChange?.([...next].sort());
  };
  return (
    <div id={id} tabIndex={-1}>
      <p style={{ marginTop: 0 }}>
        <Group
          label={t(among ? "form.everyOfThese" : "form.everyVillage")}
          codes={villages.map(({ code }) => code)}
          chosen={chosen}
          set={set}
        />{" "}
        <span role="status" className="muted">
          {t("form.chosen", { n: chosen.size, m: villages.length })}
        </span>
      </p>
      <div className="scopetree">
        {[...byTownship(villages)].map(([township, its]) => (
          <Township key={township} name={township} villages={its} chosen={chosen} set={set} />
        ))}
      </div>
    </div>
  );
}

function byTownship(villages: Village[]): Map<string, Village[]> {
  const found = new Map<string, Village[]>();
  for (const village of villages) {
    found.set(village.township_name, [...(found.get(village.township_name) ?? []), village]);
  }
  return found;
}

interface GroupProps {
  label: string;
  codes: string[];
  chosen: Set<string>;
  set: (codes: string[], on: boolean) => void;
}

function Group({ label, codes, chosen, set }: GroupProps) {
  const count = codes.filter((code) => chosen.has(code)).length;
  return (
    <Checkbox
      checked={count === codes.length && count > 0}
      indeterminate={count > 0 && count < codes.length}
      onChange={(event) => set(codes, event.target.checked)}
    >
      {label}
    </Checkbox>
  );
}

interface TownshipProps extends Omit<GroupProps, "label" | "codes"> {
  name: string;
  villages: Village[];
}

function Township({ name, villages, chosen, set }: TownshipProps) {
  const { t } = useTranslation();
  const count = villages.filter(({ code }) => chosen.has(code)).length;
  return (
    <details>
      <summary>
        {name}（{count} / {villages.length}）
      </summary>
      <div className="villages">
        <Group
          label={`${name} · ${t("form.wholeTownship")}`}
          codes={villages.map(({ code }) => code)}
          chosen={chosen}
          set={set}
        />
        {villages.map(({ code, name: village }) => (
          <Checkbox
            key={code}
            checked={chosen.has(code)}
            onChange={(event) => set([code], event.target.checked)}
          >
            {village}
          </Checkbox>
        ))}
      </div>
    </details>
  );
}
