import { useTranslation } from "react-i18next";
import type { Body, Meeting, WaitingApplication } from "@/api/types";
import { Loaded } from "@/ui/DetailPage";
import { put, without } from "./agenda";
import { Order } from "./Order";
import { waitingFor } from "./queries";
import { Waiting } from "./Waiting";

interface Props {
  body: Body;
  meeting?: Meeting;
  order: number[];
  setOrder: (order: number[]) => void;
}

/** What waits for the body, to be put on the agenda; and the agenda, to be put in order. */
export function AgendaEditor({ body, meeting, order, setOrder }: Props) {
  const { t } = useTranslation();
  return (
    <Loaded query={waitingFor(body)}>
      {(waiting) => {
        const known = new Map(waiting.map((one) => [one.id, one]));
        const free = waiting.filter(
          (one) => !order.includes(one.id) && (!one.meeting_id || one.meeting_id === meeting?.id),
        );
        const elsewhere = waiting.length - free.length - order.length;
        return (
          <div className="agenda">
            <section aria-label={t("meetings.waiting")}>
              <h2>{t("meetings.waitingCount", { count: free.length })}</h2>
              <Waiting
                rows={free}
                add={(id) => setOrder(put(order, id))}
                addAll={() => setOrder([...order, ...free.map(({ id }) => id)])}
              />
              {elsewhere > 0 && (
                <p className="muted">{t("meetings.elsewhere", { count: elsewhere })}</p>
              )}
            </section>
            <section aria-label={t("meetings.agenda")}>
              <h2>{t("meetings.agendaCount", { count: order.length })}</h2>
              <Order
                rows={order.map((id) => known.get(id) ?? gone(id, meeting))}
                setOrder={setOrder}
                remove={(id) => setOrder(without(order, id))}
              />
            </section>
          </div>
        );
      }}
    </Loaded>
  );
}

/** On the agenda, and no longer waiting for this body: it can only be taken off. */
function gone(id: number, meeting?: Meeting): WaitingApplication {
  const item = meeting?.items.find(({ application_id }) => application_id === id);
  return {
    id,
    title: item?.title ?? String(id),
    department: item?.department ?? "",
    kind_label: item?.kind_label ?? "",
    category_label: item?.category_label ?? "",
    object_type_label: "",
    recommendation: item?.recommendation ?? "",
    deciding: item?.deciding ?? true,
    due_on: null,
    meeting_id: null,
  };
}
