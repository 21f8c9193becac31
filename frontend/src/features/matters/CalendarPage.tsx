import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { today } from "@/api/calendar";
import { language } from "@/locales/language";
import { Loaded } from "@/ui/DetailPage";
import { changed } from "@/ui/list-query";
import { useMedia, WIDE } from "@/ui/useMedia";
import { ExpiryList } from "./ExpiryList";
import { Month } from "./Month";
import { byDay, KINDS, monthAfter, monthOf, spanOf } from "./months";
import { expiryList } from "./queries";

const nameOf = (month: string) =>
  new Intl.DateTimeFormat(language(), { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** What ends, what is due for review: a month as a sheet, or as a list. */
export function Component() {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const [address, setAddress] = useSearchParams();
  const month = monthOf(address.get("month"), today());
  const kind = address.get("kind");
  const view = address.get("view") ?? (wide ? "month" : "list");
  const change = (values: Record<string, string | undefined>) =>
    setAddress(changed(address, values), { preventScrollReset: true, replace: true });
  const [from, to] = spanOf(month);

  return (
    <>
      <div className="pagehead">
        <h1>{t("expiries.title")}</h1>
        <div className="end">
          <Segmented
            aria-label={t("expiries.view")}
            value={view}
            options={[
              { value: "month", label: t("expiries.asMonth") },
              { value: "list", label: t("expiries.asList") },
            ]}
            onChange={(value) => change({ view: value })}
          />
        </div>
      </div>
      <section className="panel" aria-label={t("expiries.title")}>
        <div className="monthhead">
          <Button
            icon={<LeftOutlined />}
            aria-label={t("expiries.before")}
            onClick={() => change({ month: monthAfter(month, -1) })}
          />
          <h2 aria-live="polite">{nameOf(month)}</h2>
          <Button
            icon={<RightOutlined />}
            aria-label={t("expiries.after")}
            onClick={() => change({ month: monthAfter(month, 1) })}
          />
          <Button onClick={() => change({ month: undefined })}>{t("expiries.thisMonth")}</Button>
        </div>
        <fieldset className="kinds">
          <legend className="hidden">{t("expiries.kinds")}</legend>
          {KINDS.map((name) => (
            <button
              key={name}
              type="button"
              className={`kind kind-${name}`}
              aria-pressed={kind === name}
              onClick={() => change({ kind: kind === name ? undefined : name })}
            >
              {t(`expiries.kind.${name}`)}
            </button>
          ))}
        </fieldset>
        <Loaded query={expiryList(from, to)}>
          {(found) => {
            const days = byDay(found, kind);
            return view === "month" && wide ? (
              <Month month={month} days={days} />
            ) : (
              <ExpiryList days={days} />
            );
          }}
        </Loaded>
      </section>
    </>
  );
}
