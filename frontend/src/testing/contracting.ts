/** A contract as its village sees it. */

import type {
  AcceptancePeriod,
  Contract,
  Deliverable,
  InstalmentRow,
  Judged,
  Terms,
} from "@/api/types";
import {
  acceptancePeriod,
  CONTRACT,
  CONTRACT_LABELS,
  contract,
  judged,
  signedClause,
  terms,
} from "./purchases";
import { answers, server } from "./server";
import { OWN, townshipAnswers } from "./township";

export const counted = signedClause();
export const photographed = signedClause({
  id: 901,
  number: 2,
  heading: "标志牌维护",
  measure: "boolean",
  unit: "",
  target: null,
  weight: "40.00",
  evidence: "file",
  evidence_label: "需要佐证材料",
});
export const duty = signedClause({
  id: 902,
  number: 3,
  side: "purchaser",
  heading: "按期拨款",
  text: "验收合格后三十日内支付。",
  measure: "boolean",
  unit: "",
  target: null,
});

/** What the department has offered to our village, for its meeting to decide on. */
export const offered: Terms = {
  ...terms,
  id: 70,
  status: "deliberation",
  status_label: "待村（社区）议决",
  price: "12000.00",
  text: {
    provider: "岗堆村村民委员会",
    price: "12000.00",
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
    clauses: [
      {
        number: 1,
        side: "provider",
        kind: "quantity",
        heading: "搬运次数",
        text: "每期搬运不少于 10 次。",
        assessable: true,
        measure: "count",
        unit: "次",
        target: "10",
        weight: "100",
        evidence: "none",
      },
    ],
  },
};

export const signedTerms: Terms = {
  ...offered,
  status: "signed",
  status_label: "已签订",
  clauses: [counted, photographed, duty],
};

export const offeredContract: Contract = {
  ...contract,
  village_id: OWN.id,
  village: OWN.name,
  under_way: offered.id,
};

/** The same, signed and under work. */
export const ours: Contract = {
  ...offeredContract,
  status: "performing",
  status_label: "履行中",
  number: "贡购〔2026〕1号",
  under_way: null,
  in_force: signedTerms.id,
  starts_on: "2026-01-01",
  ends_on: "2026-12-31",
};

export const record: Deliverable = {
  id: 60,
  version: 3,
  contract_id: CONTRACT,
  clause: 1,
  heading: "搬运次数",
  unit: "次",
  evidence: "none",
  done_on: "2026-03-02",
  quantity: "2.00",
  place: "二组水塘边",
  note: "",
  status: "queried",
  status_label: "有疑问，待更正",
  submitted_at: "2026-03-03T02:00:00Z",
  confirm_due_on: "2026-03-10",
  confirmed_at: null,
  silent: false,
  query: "当天只有一次",
  supersedes_id: null,
  attachments: [],
};

export const instalment: InstalmentRow = {
  id: 50,
  version: 6,
  contract_id: CONTRACT,
  no: 1,
  title: "首期款",
  basis: "acceptance",
  basis_label: "验收合格后",
  period_id: 80,
  period: "第一期",
  milestone_on: null,
  retention: false,
  amount: "6000.00",
  status: "paid",
  status_label: "已支付，待确认到账",
  approved: "6000.00",
  due_on: "2026-08-01",
  late_days: 12,
  paid: "6000.00",
  paid_on: "2026-08-13",
  voucher: "PZ-8",
  interest: "0.00",
  arrived_on: null,
  denial: "",
};

export const NOT_DONE: NonNullable<Judged["verdict"]> = {
  not_applicable: "",
  not_applicable_label: "",
  done: null,
  actual: "8.00",
  days_late: null,
  sampled: null,
  passed: null,
  valid_answers: null,
  satisfied: null,
  fairly: null,
  level: null,
  reason: "记录只有 8 次",
};

/** The department has judged; we may state our case for three more working days. */
export const assessed: AcceptancePeriod = {
  ...acceptancePeriod,
  status: "assessed",
  status_label: "已评定，待承接主体确认",
  due_on: "2026-07-10",
  days_left: 3,
  clauses: [
    judged({ verdict: NOT_DONE }),
    judged({
      clause: photographed,
      delivered: null,
      verdict: { ...NOT_DONE, actual: null, done: true, reason: "" },
    }),
    judged({ clause: duty, delivered: null, records: 0, files: 0 }),
  ],
};

/** What every page of a contract on a township's host may ask for. */
export function contractingAnswers(role = "village_officer"): void {
  townshipAnswers(role);
  server.use(
    answers("/api/labels", CONTRACT_LABELS),
    answers("/api/todo", []),
    answers(`/api/contracts/${CONTRACT}`, ours),
    answers(`/api/contracts/${CONTRACT}/actions`, []),
    answers(`/api/contracts/${CONTRACT}/history`, []),
    answers(`/api/contracts/${CONTRACT}/periods`, []),
    answers(`/api/contracts/${CONTRACT}/instalments`, []),
    answers(`/api/contracts/${CONTRACT}/deliverables`, { items: [], total: 0 }),
    answers(`/api/contract-terms/${offered.id}`, signedTerms),
    answers(`/api/contract-terms/${offered.id}/actions`, []),
    answers("/api/periods/80/history", []),
    answers("/api/periods/80/actions", []),
    answers("/api/deliverables/60/history", []),
    answers("/api/calendar/2026", { year: 2026, entered: false, months: [] }),
  );
}
