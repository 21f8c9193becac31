import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";

interface Props {
  day?: string;
  go: (day: string) => void;
}

/** A day to be looked at; asked for when it is complete, not at each key. */
export function OnDay({ day, go }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState(day ?? today());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value) go(value);
  };
  return (
    <form className="onday" onSubmit={submit}>
      <label htmlFor={id}>{t("lists.asOf")}</label>
      <Input
        id={id}
        type="date"
        required
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button htmlType="submit" data-testid="go-day">
        {t("common.view")}
      </Button>
    </form>
  );
}
