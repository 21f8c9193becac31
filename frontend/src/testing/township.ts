import { newKey } from "@/api/new-key";
import type { Consultation, Ground, Placement, Refusal } from "@/api/types";
import { village } from "./samples";
import { answers, server } from "./server";

const option = (value: string, label: string) => ({ value, label });

const REASONS = [
  "事项未经准入",
  "未出示批准文书",
  "经费和条件不落实",
  "超出批准的范围或者期限",
  "属于工作负面事项",
  "违规要求挂牌",
  "统计调查表缺少法定标志",
  "证明不在出具证明清单内",
  "需要专业资质或者执法资格",
].map((label, index) => option(`R${index + 1}`, label));

const LABELS = {
  reason: REASONS,
  reason_basis: REASONS.map(({ value }) => option(value, "《指导意见》")),
  demand_form: [option("phone", "电话口头"), option("chat", "工作群消息")],
  refusal: [option("filed", "待部门答复"), option("demand_withdrawn", "部门已收回要求")],
  placement: [option("notified", "已送达，待签收"), option("closed", "已撤销")],
  purpose: [option("admission", "准入征求意见")],
  category: [option("regular", "常规类")],
  kind: [option("admit", "新增准入")],
  object_type: [option("work_matter", "工作事项")],
  urgent_ground: [option("natural_disaster", "自然灾害")],
};

export const OWN = { id: 31, name: "岗堆村" };

/** What every page of a township's host may ask for; each call is another person on the same machine. */
export function townshipAnswers(role = "village_officer", villages = [OWN]): void {
  server.use(
    answers("/api/me", {
      name: "演示账号",
      username: newKey(),
      role,
      stands_in_for: null,
      villages: role === "village_officer" ? villages : [],
      may: [],
      realm: { kind: "township", name: "岗堆镇", county_name: "贡嘎县", code: "540522103" },
    }),
    answers("/api/labels", LABELS),
    answers("/api/organisations", [
      { id: 4, name: "县水利局", short_name: "水利", kind: "department" },
      { id: 1, name: "县委社会工作部", short_name: "社工", kind: "office" },
    ]),
    answers("/api/placements", { items: [], total: 0 }),
    answers("/api/refusals", { items: [], total: 0 }),
    answers("/api/villages", { items: [village("540522103201", "岗堆村", "岗堆镇")], total: 1 }),
    answers("/api/refusals/grounds", grounds()),
  );
}

/** The nine reasons as the server tells them; those named hold, with why. */
export const grounds = (found: Record<string, string> = {}): Ground[] =>
  REASONS.map(({ value, label }) => ({
    code: value,
    label,
    basis: "《指导意见》",
    holds: value in found,
    why: found[value] ?? "",
  }));

export const refusal: Refusal = {
  id: 70,
  version: 1,
  village: OWN.name,
  village_id: OWN.id,
  department: "县水利局",
  department_id: 4,
  placement_id: null,
  title: "",
  document_code: "",
  demand: "每周上报入户台账",
  form: "phone",
  form_label: "电话口头",
  demanded_on: "2026-11-20",
  reasons: ["R2"],
  reason_labels: ["未出示批准文书"],
  explanation: "",
  anonymous: false,
  filed_at: "2026-11-22T02:00:00Z",
  due_on: "2026-11-25",
  days_left: 3,
  evidence_name: "",
  acknowledged_at: null,
  status: "filed",
  status_label: "待部门答复",
  settled: false,
  answer: "",
  answered_at: null,
  ruling: "",
  ruled_at: null,
};

export const question: Consultation = {
  id: 12,
  purpose: "admission",
  purpose_label: "准入征求意见",
  village: OWN.name,
  title: "汛期巡查",
  position: "",
  position_label: "",
  text: "",
  answered_at: null,
  silent: false,
  reply: "",
  brief: {
    department: "县水利局",
    kind: "admit",
    category: "regular",
    object_type: "work_matter",
    village_duty: "每周巡查一次",
    person_days: "2.0",
    funding_amount: "3600.00",
    starts_on: "2026-12-01",
    ends_on: null,
  },
  asked_at: "2026-11-20T02:00:00Z",
  due_on: "2026-11-27",
  days_left: 5,
  may_answer: true,
};

export const placement: Placement = {
  id: 5,
  version: 1,
  status: "entered",
  status_label: "已签收，办理中",
  matter_code: "SX-0001",
  title: "抗旱送水",
  department: "县水利局",
  department_id: 4,
  village: OWN.name,
  village_id: OWN.id,
  village_duty: "安排人手",
  funding: "0.00",
  starts_on: "2026-11-20",
  ends_on: null,
  document_id: 9,
  document_number: "演社工临〔2026〕1号",
  document_code: "ABCD2345EFGH",
  notified_at: "2026-11-20T02:00:00Z",
  entered_at: "2026-11-20T03:00:00Z",
  completed_at: null,
  closed_at: null,
  closing_reason: "",
  closing_document_id: null,
  closing_number: "",
  closing_code: "",
  provisional: true,
  provisional_label: "先行进入，尚未批准",
  carried_from_ids: [],
  predecessors: [],
  successors: [],
  refusal_id: null,
};
