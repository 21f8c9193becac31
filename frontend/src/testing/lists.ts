import type { Acknowledgement, Edition, ListDifference, ListEntry, ListOnDay } from "@/api/types";

/** A draft of the negative list that is being heard. */
export const edition: Edition = {
  id: 5,
  version: 2,
  kind: "negative",
  kind_label: "工作负面事项清单",
  number: null,
  status: "consultation",
  status_label: "征求意见中",
  based_on: {
    id: 3,
    kind: "negative",
    number: 1,
    status: "published",
    status_label: "已公布",
    effective_on: "2026-01-01",
    ends_on: null,
    note: "",
    document_number: "第 1 版",
  },
  note: "",
  consultation_due: null,
  resolution_number: "",
  decided_on: null,
  decided_by: "",
  decided_by_label: "",
  published_on: null,
  effective_on: null,
  ends_on: null,
  document_number: "",
  paper: null,
  entry_count: 2,
  removed_count: 1,
};

export const entry: ListEntry = {
  id: 70,
  version: 3,
  kind: "negative",
  kind_label: "工作负面事项清单",
  code: "N-001",
  seq: 1,
  category: "",
  title: "出具居民身份证明",
  title_bo: "",
  village_duty: "",
  village_duty_bo: "",
  lead_department: "公安机关",
  supporting_departments: "",
  legal_basis: "《居民身份证法》第一条",
  basis_version: "",
  bases: [],
  applies_to: [],
  funding: "",
  remark: "",
  deviation: false,
  deviation_reason: "",
  matter_code: "",
  change_reason: "",
  removed: false,
  object_types: [],
  departments: [],
  keywords: [],
  outright: false,
  source_url: "",
  completeness: "",
  edition_id: 5,
};

export const row = (more: Partial<ListEntry> = {}) => ({ ...entry, ...more });

export const difference: ListDifference = {
  kind: "negative",
  label: "工作负面事项清单",
  old: edition.based_on,
  new: edition,
  removed: [
    {
      id: 61,
      code: "N-009",
      title: "巡河打卡",
      village_duty: "",
      lead_department: "水利局",
      legal_basis: "《某法》第一条",
      reason: "依据已废止",
    },
  ],
  added: [],
  changed: [
    {
      code: "N-001",
      title: "出具居民身份证明",
      reason: "写明部门",
      fields: [{ name: "lead_department", label: "牵头部门", old: "", new: "公安机关" }],
    },
  ],
};

export const asked: Acknowledgement = {
  id: 48,
  edition_id: 5,
  kind: "negative",
  kind_label: "工作负面事项清单",
  number: 2,
  effective_on: "2026-12-01",
  removed_count: 1,
  who: "岗堆村",
  asked_on: "2026-11-20",
  due_on: "2026-11-27",
  done_at: null,
  overdue: false,
  mine: true,
};

export const onDay = (kind: ListOnDay["kind"], entries: ListEntry[]): ListOnDay => ({
  kind,
  label: kind,
  on: "2026-11-22",
  edition: { ...edition, kind, number: 1, effective_on: "2026-01-01" },
  entries,
});
