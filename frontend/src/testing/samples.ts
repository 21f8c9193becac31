import type { Application } from "@/api/types";

/** A draft of the kind that a department begins with. */
export const application: Application = {
  id: 7,
  version: 1,
  status: "draft",
  status_label: "草拟",
  department: "县应急管理局",
  title: "汛期巡查",
  necessity: "",
  objective: "",
  done_criteria: "",
  department_duty: "",
  township_duty: "",
  village_duty: "",
  frequency: "",
  person_days: null,
  legal_bases: [],
  starts_on: null,
  ends_on: null,
  funding_amount: null,
  budget_line: "",
  no_cost_reason: "",
  scope: [],
  submitted_at: null,
  findings: [],
  decision: null,
  matter: null,
  papers: [],
  editable: true,
};

export const village = (code: string, name: string, township: string) => ({
  id: Number(code.slice(-5)),
  code,
  name,
  kind: "village",
  kind_label: "村",
  township_id: 1,
  township_name: township,
  ended_on: null,
});
