import type { Settings } from "@/api/types";

/** A few parameters of each kind, as the server describes them. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON schema has no shape of its own
export const SCHEMA: any = {
  $defs: {
    Share: {
      description: "A part of the whole, kept exactly.",
      group: "exit",
      unit: "ratio",
      properties: { numerator: { type: "integer" }, denominator: { type: "integer" } },
    },
    UrgentGround: {
      enum: ["natural_disaster", "accident"],
      labels: { natural_disaster: "自然灾害", accident: "事故灾难" },
    },
    UrgentSettings: {
      description: "Enter first.",
      type: "object",
      properties: {
        decision_days: {
          title: "作出决定期限",
          type: "integer",
          minimum: 1,
          maximum: 60,
          group: "urgent",
          unit: "working_days",
          unit_label: "个工作日",
        },
        grounds: {
          title: "可先进后批的情形",
          type: "array",
          items: { $ref: "#/$defs/UrgentGround" },
          group: "urgent",
          unit: "choice",
        },
      },
    },
    ObjectType: { enum: ["app"], labels: { app: "应用程序（系统）" } },
    Body: {
      enum: ["leader", "joint_meeting", "committee"],
      labels: { leader: "分管县领导", joint_meeting: "联席会议", committee: "县委常委会" },
    },
    CourseOverride: {
      type: "object",
      properties: {
        object_type: {
          title: "对象类型",
          anyOf: [{ $ref: "#/$defs/ObjectType" }, { type: "null" }],
        },
        bodies: {
          title: "决定机构",
          anyOf: [{ type: "array", items: { $ref: "#/$defs/Body" } }, { type: "null" }],
        },
      },
    },
    FormOverride: { type: "object", properties: { hidden: { type: "array" } } },
  },
  properties: {
    correction_days: {
      title: "补正期限",
      description: "逾期未补正的，视为撤回",
      type: "integer",
      minimum: 1,
      maximum: 120,
      group: "receipt",
      unit: "working_days",
      unit_label: "个工作日",
    },
    four_eyes: { title: "办理与复核分开", type: "boolean", group: "review", unit: "switch" },
    first_reviewer_role: {
      title: "初审角色",
      type: "string",
      enum: ["social_work_clerk"],
      labels: { social_work_clerk: "社会工作部经办员" },
      group: "review",
      unit: "choice",
    },
    funding_standard: {
      title: "经费标准",
      anyOf: [{ type: "string", format: "decimal" }, { type: "null" }],
      group: "review",
      unit: "yuan",
      unit_label: "元",
    },
    expiry_reminder_days: {
      title: "到期前提醒",
      type: "array",
      items: { type: "integer" },
      group: "terms",
      unit: "calendar_days",
      unit_label: "天",
    },
    urgent: { title: "先进后批", $ref: "#/$defs/UrgentSettings", group: "urgent" },
    petition_share: { title: "居民提请退出的比例", $ref: "#/$defs/Share" },
    review_window_from: {
      title: "年度评估开始日",
      type: "string",
      group: "exit",
      unit: "month_day",
      unit_label: "月-日",
    },
    attachment_max_bytes: {
      title: "单个附件大小上限",
      type: "integer",
      minimum: 102400,
      maximum: 52428800,
      group: "files",
      unit: "bytes",
      unit_label: "字节",
    },
    courses: {
      title: "特别规定",
      type: "array",
      items: { $ref: "#/$defs/CourseOverride" },
      group: "courses",
    },
    forms: {
      title: "申请表的分项",
      type: "array",
      items: { $ref: "#/$defs/FormOverride" },
      group: "forms",
    },
  },
  groups: {
    receipt: "申报与受理",
    review: "审核",
    decision: "决定",
    terms: "有效期",
    urgent: "先进后批",
    exit: "退出",
    files: "附件",
    courses: "办理程序",
    forms: "申请表",
  },
  catalogue: { app: { data: "采集的数据" } },
};

export const SETTINGS = {
  correction_days: 10,
  four_eyes: true,
  first_reviewer_role: "social_work_clerk",
  funding_standard: null,
  expiry_reminder_days: [60, 30, 7],
  urgent: { decision_days: 10, grounds: ["natural_disaster"] },
  petition_share: { numerator: 1, denominator: 3 },
  review_window_from: "11-01",
  attachment_max_bytes: 10485760,
  courses: [],
  forms: [],
} as unknown as Settings;
