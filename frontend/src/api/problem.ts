/** Failures as the server tells them: application/problem+json. */

export interface FieldError {
  field: string;
  detail: string;
}

interface ProblemBody {
  status?: number;
  code?: string;
  detail?: string;
  title?: string;
  field?: string | null;
  errors?: FieldError[] | null;
  params?: Record<string, unknown> | null;
}

/** Where a fault stands that is of no single field, such as two dates in the wrong order. */
const WHOLE = "data";

/** `code` is stable and for programs; `message` is a sentence for people. Status 0 = no connection. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  /** What goes with the failure, such as both versions of a stale one. */
  readonly params: Record<string, unknown>;

  constructor(
    status: number,
    code: string,
    message: string,
    errors: FieldError[] = [],
    params: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "ProblemError";
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.params = params;
  }

  static async from(response: Response): Promise<ProblemError> {
    const body: ProblemBody = await response.json().catch(() => ({}));
    const ofAll = body.errors?.filter(({ field }) => field === WHOLE) ?? [];
    const detail = ofAll[0]?.detail || body.detail || body.title || "";
    const own = body.field ? [{ field: body.field, detail }] : [];
    return new ProblemError(
      response.status,
      body.code ?? `http_${response.status}`,
      detail,
      body.errors?.length ? body.errors : own,
      body.params ?? {},
    );
  }
}

export const OFFLINE = "offline";

/** Whatever was thrown, as a problem. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError(500, "unexpected", error instanceof Error ? error.message : "");
}

/** `parts.1.title` as antd's forms name it: ["parts", 1, "title"]. */
export function pathOf(field: string): (string | number)[] {
  return field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
