import type { StepForms } from "@/ui/step-forms";

export const MEETING_STEPS: StepForms = { cancel: { remark: "required", danger: true } };
