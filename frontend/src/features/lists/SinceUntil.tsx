import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  since?: string;
  until?: string;
  change: (name: "since" | "until", value: string) => void;
}

/** A time between two days; without them, the last three years. */
export function SinceUntil({ since, until, change }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const day = (name: "since" | "until", label: string, value?: string) => (
    <span className="dayfilter">
      <label htmlFor={id + name}>{label}</label>
      <Input
        id={id + name}
        type="date"
        value={value ?? ""}
        onChange={(event) => change(name, event.target.value)}
      />
    </span>
  );
  return (
    <>
      {day("since", t("lists.since"), since)}
      {day("until", t("lists.until"), until)}
    </>
  );
}
