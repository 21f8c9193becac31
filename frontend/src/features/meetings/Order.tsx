import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WaitingApplication } from "@/api/types";
import { moved } from "./agenda";
import { About } from "./Waiting";

interface Props {
  rows: WaitingApplication[];
  setOrder: (order: number[]) => void;
  remove: (id: number) => void;
}

/** The agenda: dragged, or moved by its buttons; each move is said aloud. */
export function Order({ rows, setOrder, remove }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, say] = useState("");
  const focused = useRef("");
  // A moved row is taken out and put in again by the browser, and would lose the focus with it.
  useEffect(() => {
    if (focused.current && rows.length) document.getElementById(focused.current)?.focus();
    focused.current = "";
  }, [rows]);
  if (rows.length === 0) return <p className="muted">{t("meetings.emptyAgenda")}</p>;
  const order = rows.map(({ id }) => id);
  const move = (from: number, to: number) => {
    const next = moved(order, from, to);
    if (next === order) return;
    setOrder(next);
    say(t("meetings.movedTo", { title: rows[from]?.title ?? "", place: to + 1 }));
  };
  return (
    <>
      <p className="hidden" role="status">
        {said}
      </p>
      <ol className="cards order">
        {rows.map((one, place) => (
          <li
            key={one.id}
            draggable
            data-testid="agenda-item"
            className={dragged === place ? "dragged" : undefined}
            onDragStart={() => setDragged(place)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, place);
            }}
          >
            <span className="first">
              <HolderOutlined aria-hidden="true" /> {place + 1}. {one.title}
            </span>
            <About one={one} />
            <div className="steps-may">
              {(["up", "down"] as const).map((way) => {
                const to = way === "up" ? place - 1 : place + 1;
                const ends = to < 0 || to >= rows.length;
                return (
                  <Button
                    key={way}
                    id={`${way}-${one.id}`}
                    size="small"
                    className={ends ? "greyed" : undefined}
                    aria-disabled={ends}
                    icon={way === "up" ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
                    aria-label={t(`meetings.${way}`, { title: one.title })}
                    onClick={() => {
                      focused.current = `${way}-${one.id}`;
                      move(place, to);
                    }}
                  />
                );
              })}
              <Button
                size="small"
                aria-label={t("meetings.takeOff", { title: one.title })}
                onClick={() => remove(one.id)}
              >
                {t("meetings.remove")}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
