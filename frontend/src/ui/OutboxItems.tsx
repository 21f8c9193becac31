import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Kind, Posted } from "@/api/outbox";
import { moment } from "./text";
import { useOutbox } from "./useOutbox";

interface Props {
  kind: Kind;
  /** Where one that was refused is mended, and where one that has arrived is read. */
  mend: (key: string) => string;
  read: (id: number) => string;
}

const TONES = { waiting: "waiting", faulty: "bad", sent: "good" } as const;

/** What of a kind was handed in on this machine of late: waiting, refused with the reason, or sent. */
export function OutboxItems({ kind, mend, read }: Props) {
  const { t } = useTranslation();
  const items = useOutbox().items.filter((item) => item.kind === kind);
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-label={t("outbox.title")} data-testid="outbox">
      <h2>{t("outbox.title")}</h2>
      <ul className="cards">
        {items.map((item) => (
          <li key={item.key}>
            <span className="first">
              {item.title}{" "}
              <span className={`tag tag-${TONES[item.state]}`}>
                {t(`outbox.state.${item.state}`)}
              </span>
            </span>
            <p className="muted">{t("outbox.writtenAt", { at: moment(item.at) })}</p>
            {item.fault && <Fault item={item} />}
            <Acts item={item} mend={mend} read={read} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fault({ item }: { item: Posted }) {
  return (
    <div role="alert">
      <p>{item.fault?.message}</p>
      <ul className="plainlist">
        {item.fault?.errors.map(({ field, detail }) => (
          <li key={field}>{detail}</li>
        ))}
      </ul>
    </div>
  );
}

function Acts({ item, mend, read }: Omit<Props, "kind"> & { item: Posted }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { box } = useOutbox();
  const drop = () =>
    modal.confirm({
      title: t("outbox.dropAsk"),
      okText: t("outbox.drop"),
      cancelText: t("common.cancel"),
      onOk: () => box.drop(item.key),
    });
  if (item.state === "sent") {
    return (
      <div className="steps-may">
        {item.id && <Link to={read(item.id)}>{t("outbox.see")}</Link>}
        <Button onClick={() => box.drop(item.key)}>{t("outbox.hide")}</Button>
      </div>
    );
  }
  return (
    <div className="steps-may">
      {item.state === "faulty" ? (
        <Link to={mend(item.key)}>{t("outbox.mend")}</Link>
      ) : (
        <Button onClick={() => void box.flush()}>{t("outbox.sendNow")}</Button>
      )}
      <Button onClick={drop}>{t("outbox.drop")}</Button>
    </div>
  );
}
