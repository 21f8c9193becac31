import { HttpResponse, http } from "msw";
import type { Application, Check, Hit } from "@/api/types";
import { village } from "./samples";
import { answers, server } from "./server";

const option = (value: string, label: string) => ({ value, label });

const LABELS = {
  kind: [
    option("admit", "新增准入"),
    option("adjust", "调整"),
    option("extend", "延期"),
    option("merge", "合并"),
    option("split", "拆分"),
    option("withdraw", "取消（撤销）"),
  ],
  object_type: [option("work_matter", "工作事项"), option("ledger", "台账报表")],
  category: [
    option("regular", "常规类"),
    option("temporary", "临时类"),
    option("urgent", "紧急类"),
  ],
  demand: [option("signboard", "挂牌"), option("ledger", "建立台账")],
  assessment: [option("none", "不考核村（社区）")],
  funding_channel: [option("direct", "直接拨付至村（社区）")],
  attachment: [option("request", "请示（函）"), option("basis", "依据文本")],
  party: [option("township", "乡镇"), option("village", "村（社区）")],
  body: [
    option("leader", "分管县领导"),
    option("joint_meeting", "联席会议"),
    option("committee", "县委常委会"),
  ],
  application: [
    option("draft", "草拟"),
    option("submitted", "已申报"),
    option("issued", "已制发批准文书"),
  ],
};

const field = (name: string, label: string, kind: string, more: object = {}) => ({
  name,
  label,
  kind,
  required: true,
  fixed: false,
  choices: [],
  least: 0,
  most: 50,
  help: "",
  ...more,
});

const course = (bodies: string[]) => ({
  consult: ["township", "village"],
  bodies,
  first_review: true,
  needs_superior_basis: false,
  limits: { total_days: 15 },
});

const form = (object_type: string, label: string, fields: object[]) => ({
  object_type,
  label,
  fields,
  courses: [
    { category: "regular", label: "常规类", course: course(["leader", "committee"]) },
    { category: "temporary", label: "临时类", course: course(["leader", "joint_meeting"]) },
  ],
});

export const FORMS = {
  number: 1,
  grounds: [],
  forms: [
    form("work_matter", "工作事项", []),
    form("ledger", "台账报表", [
      field("form_code", "表号", "text"),
      field("valid_until", "有效期限", "date", { help: "报表印制的有效期截止日" }),
      field("frequency", "频次", "choice", { choices: [option("monthly", "每月")] }),
      field("copies", "份数", "number", { least: 1, most: 9 }),
      field("electronic", "以电子方式填报", "boolean"),
    ]),
  ],
};

export const VILLAGES = [
  village("540522100201", "甲村", "吉雄镇"),
  village("540522101201", "乙村", "甲竹林镇"),
];

/** What every page of the county may ask for. */
export function countyAnswers(role = "department_clerk"): void {
  server.use(
    answers("/api/me", { name: "演示账号", role, may: [], realm: { kind: "county" } }),
    answers("/api/labels", LABELS),
    answers("/api/configuration/forms", FORMS),
    answers("/api/organisations", [
      { id: 3, name: "县应急管理局", short_name: "应急", kind: "department" },
      { id: 4, name: "县财政局", short_name: "财政", kind: "department" },
    ]),
    answers("/api/villages", { items: VILLAGES, total: VILLAGES.length }),
    answers("/api/matters", { items: [], total: 0 }),
    answers("/api/legal-bases", { items: [], total: 0 }),
    http.get("*/api/calendar/:year", ({ params }) =>
      HttpResponse.json({ year: Number(params.year), entered: false, months: [] }),
    ),
  );
}

/** A draft on the server, as the form reads and writes it. */
export class Stored {
  application: Application;
  patches: Record<string, unknown>[] = [];
  hits: Hit[] = [];
  checks: (application: Application) => Check[] = () => [];

  constructor(application: Application) {
    this.application = application;
    const path = `*/api/applications/${application.id}`;
    server.use(
      http.get(path, () => HttpResponse.json(this.application)),
      http.get(`${path}/checks`, () => HttpResponse.json(this.checks(this.application))),
      http.get(`${path}/hits`, () => HttpResponse.json(this.hits)),
      http.get(`${path}/attachments`, () => HttpResponse.json(this.application.attachments)),
      http.patch(path, async ({ request }) => {
        const { version, ...patch } = (await request.json()) as Record<string, unknown>;
        this.patches.push(patch);
        this.application = {
          ...this.application,
          ...patch,
          version: Number(version) + 1,
        } as Application;
        return HttpResponse.json(this.application);
      }),
    );
  }
}

export const unmet = (code: string, field: string, detail: string): Check => ({
  code,
  field,
  detail,
  ok: false,
  warning: false,
});
