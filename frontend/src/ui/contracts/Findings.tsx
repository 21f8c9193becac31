import { Alert, Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { PurchaseCheck } from "@/api/types";
import { Prose } from "@/ui/text";

type Finding = PurchaseCheck["findings"][number];

interface Props {
  check: PurchaseCheck;
  /** What was answered to each question, by its key; left out where nothing can be answered any more. */
  answers?: Record<string, string>;
  answer?: (key: string, text: string) => void;
}

const TONES = { block: "error", ask: "warning", pass: "success" } as const;
const ORDER = ["block", "ask", "pass"];

/** Whether this may be bought of that village: each finding with what it rests on, refusals first. */
export function Findings({ check, answers, answer }: Props) {
  const { t } = useTranslation();
  const found = [...check.findings].sort(
    (one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level),
  );
  const told = found.filter(({ level }) => level !== "pass");
  const passed = found.filter(({ level }) => level === "pass");
  return (
    <div data-testid="findings">
      {told.map((finding) => (
        <Alert
          key={`${finding.rule}${finding.key}${finding.sentence}`}
          type={TONES[finding.level]}
          showIcon
          role={finding.level === "block" ? "alert" : "status"}
          style={{ marginBottom: 8 }}
          title={t(`eligible.level.${finding.level}`, { sentence: finding.sentence })}
          description={<Grounds finding={finding} answers={answers} answer={answer} />}
        />
      ))}
      {passed.length > 0 && (
        <details open={told.length === 0}>
          <summary>{t("eligible.passed", { count: passed.length })}</summary>
          <ul className="checks">
            {passed.map(({ rule, sentence }) => (
              <li key={rule + sentence} className="ok">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Grounds({ finding, answers, answer }: Omit<Props, "check"> & { finding: Finding }) {
  const { t } = useTranslation();
  const id = useId();
  const { key, legal_basis, quote, matched, level } = finding;
  return (
    <>
      {legal_basis && <p>{t("eligible.basis", { basis: legal_basis })}</p>}
      {quote && (
        <blockquote>
          <Prose text={quote} />
        </blockquote>
      )}
      {matched.length > 0 && (
        <p>{t("eligible.matched", { words: matched.join(t("common.comma")) })}</p>
      )}
      {level === "ask" && answer && (
        <p>
          <label htmlFor={id}>{t("eligible.answer")}</label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={answers?.[key] ?? ""}
            onChange={({ target }) => answer(key, target.value)}
          />
        </p>
      )}
      {level === "ask" && !answer && finding.answer && (
        <p>{t("common.pair", { label: t("eligible.answer"), value: finding.answer })}</p>
      )}
    </>
  );
}

/** What stands in the way: a refusal, or a question without an answer. */
export function hindranceOf(
  check: PurchaseCheck | undefined,
  answers: Record<string, string> = {},
): "block" | "ask" | null {
  const levels = (check?.findings ?? []).filter(
    ({ level, key, answer }) =>
      level === "block" || (level === "ask" && !(answers[key] ?? answer)?.trim()),
  );
  if (levels.some(({ level }) => level === "block")) return "block";
  return levels.length > 0 ? "ask" : null;
}
