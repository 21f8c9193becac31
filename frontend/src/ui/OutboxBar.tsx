import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Kind } from "@/api/outbox";
import { useOutbox } from "./useOutbox";

/** Where each kind is listed, with what of it still waits on this machine. */
export const LISTED: Record<Kind, string> = {
  refusal: "/refusals",
  urgent_report: "/urgent",
  deliverable: "/contracts",
};

/** On every page of a township's host: sends what waits as soon as that is possible, and says that it waits. */
export function OutboxBar() {
  const { t } = useTranslation();
  const { items } = useOutbox();
  useSending();
  useTelling();
  const unsent = items.filter(({ state }) => state !== "sent");
  const faulty = unsent.filter(({ state }) => state === "faulty").length;
  const waiting = unsent.length - faulty;
  const first = unsent[0];
  if (!first) return null;
  return (
    <p className="offline" role="status" data-testid="outbox-bar">
      {waiting > 0 && t("outbox.bar", { count: waiting })}{" "}
      {faulty > 0 && <strong>{t("outbox.barFaulty", { count: faulty })}</strong>}{" "}
      <Link to={LISTED[first.kind]}>{t("outbox.see")}</Link>
    </p>
  );
}

/** Tries when the page opens, when the line is back, and when the person comes back to it. */
function useSending(): void {
  const { box } = useOutbox();
  useEffect(() => {
    const send = () => void box.flush();
    const seen = () => document.visibilityState === "visible" && send();
    send();
    window.addEventListener("online", send);
    window.addEventListener("storage", box.reread);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", send);
      window.removeEventListener("storage", box.reread);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [box]);
}

/** Says once of each that it has arrived, and has the lists asked for anew. */
function useTelling(): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { items } = useOutbox();
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    const sent = items.filter(({ state }) => state === "sent");
    const before = told.current ?? new Set(sent.map(({ key }) => key));
    const fresh = sent.filter(({ key }) => !before.has(key));
    told.current = new Set(sent.map(({ key }) => key));
    for (const { title } of fresh) message.success(t("outbox.arrived", { title }));
    if (fresh.length > 0) void queries.invalidateQueries();
  }, [items, message, queries, t]);
}
