import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { Panel } from "@/ui/DetailPage";
import { villagesQuery } from "./queries";

const SIZES = ["A4", "A3"] as const;

/** What a village hangs up: its own, or that of any of the township's villages. */
export function Disclosure() {
  const { t } = useTranslation();
  const { villages: own, role } = useMe();
  const ofTownship = role === "township_officer";
  const all = useQuery({ ...villagesQuery(), enabled: ofTownship }).data?.items ?? [];
  const villages = ofTownship ? all : own;
  const [chosen, setChosen] = useState<number>();
  const village = villages.find(({ id }) => id === chosen) ?? (ofTownship ? undefined : own[0]);
  return (
    <Panel title={t("placing.board")}>
      <p className="muted">{t("placing.boardHint")}</p>
      {villages.length > 1 && (
        <Select
          className="gap"
          style={{ minWidth: 220 }}
          aria-label={t("placements.village")}
          placeholder={t("placements.village")}
          showSearch={{ optionFilterProp: "label" }}
          value={village?.id}
          options={villages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
      {village && (
        <div className="steps-may">
          {SIZES.map((size) => (
            <a
              key={size}
              className="ant-btn bigbutton"
              href={`/api/villages/${village.id}/disclosure?size=${size}`}
              download
              data-testid={`board-${size}`}
            >
              {t("placing.boardSheet", { village: village.name, size })}
            </a>
          ))}
        </div>
      )}
    </Panel>
  );
}
