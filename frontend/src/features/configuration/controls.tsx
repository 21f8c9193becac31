/** Inputs for parameters that are no plain number. Each is handed `id`, `value` and `onChange` by antd's form. */

import { Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Given } from "@/ui/step-forms";
import { daysIn, monthDay, numbersIn } from "./reading";

const MIB = 1024 * 1024;

/** Several numbers of days, from far to near: 60、30、7. */
export function NumbersInput({ id, value, onChange }: Given<number[]>) {
  const { t } = useTranslation();
  const [text, setText] = useState((value ?? []).join(t("common.comma")));
  const known = numbersIn(text).join() === (value ?? []).join();
  return (
    <Input
      id={id}
      value={known ? text : (value ?? []).join(t("common.comma"))}
      onChange={(event) => {
        setText(event.target.value);
        onChange?.(numbersIn(event.target.value));
      }}
    />
  );
}

/** Bytes are kept, megabytes are read. */
export function BytesInput(given: Given<number | null> & { min?: number; max?: number }) {
  const { id, value, onChange, min = 0, max } = given;
  return (
    <InputNumber
      id={id}
      style={{ width: 160 }}
      suffix="MB"
      step={1}
      min={Math.ceil((min / MIB) * 10) / 10}
      max={max && max / MIB}
      value={value ? Math.round((value / MIB) * 10) / 10 : undefined}
      onChange={(mib) => onChange?.(mib === null ? null : Math.round(mib * MIB))}
    />
  );
}

export function MoneyInput({ id, value, onChange }: Given<string | null>) {
  return (
    <InputNumber<string>
      id={id}
      stringMode
      min="0"
      precision={2}
      prefix="¥"
      style={{ width: 180 }}
      value={value ?? undefined}
      onChange={(amount) => onChange?.(amount || null)}
    />
  );
}

/** A day of every year, as 11-01. */
export function DayInput({ id, value = "01-01", onChange }: Given<string>) {
  const { t } = useTranslation();
  const [month = 1, day = 1] = value.split("-").map(Number);
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ value: n + 1, label: String(n + 1) }));
  return (
    <span style={{ display: "flex", gap: 6, alignItems: "center" }}>
      <Select
        id={id}
        style={{ width: 80 }}
        value={month}
        options={numbers(12)}
        onChange={(next: number) => onChange?.(monthDay(next, Math.min(day, daysIn(next))))}
      />
      {t("configuration.month")}
      <Select
        aria-label={t("configuration.dayOfMonth")}
        style={{ width: 80 }}
        value={day}
        options={numbers(daysIn(month))}
        onChange={(next: number) => onChange?.(monthDay(month, next))}
      />
      {t("configuration.day")}
    </span>
  );
}

interface Share {
  numerator: number | null;
  denominator: number | null;
}

/** A part of the whole, kept exactly. */
export function ShareInput({ id, value, onChange }: Given<Share>) {
  const { t } = useTranslation();
  const share = value ?? { numerator: 1, denominator: 3 };
  const set = (part: Partial<Share>) => onChange?.({ ...share, ...part });
  return (
    <span style={{ display: "flex", gap: 6, alignItems: "center" }}>
      <InputNumber
        id={id}
        aria-label={t("configuration.numerator")}
        style={{ width: 80 }}
        min={1}
        max={100}
        value={share.numerator}
        onChange={(numerator) => set({ numerator })}
      />
      {t("configuration.of")}
      <InputNumber
        aria-label={t("configuration.denominator")}
        style={{ width: 80 }}
        min={1}
        max={100}
        value={share.denominator}
        onChange={(denominator) => set({ denominator })}
      />
    </span>
  );
}
