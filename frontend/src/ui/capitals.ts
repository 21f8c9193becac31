/** An amount as it stands on contracts and vouchers (大写金额), by the rules of the payment clearing system. */

import { hundredths } from "./decimals";

const DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/** `1234.56` is 壹仟贰佰叁拾肆元伍角陆分; null for what is no amount yet. */
export function capitals(amount: unknown): string | null {
  const cents = hundredths(amount);
  if (cents === null) return null;
  const whole = wholeOf(cents / 100n);
  const [jiao = 0, fen = 0] = [Number((cents / 10n) % 10n), Number(cents % 10n)];
  if (!jiao && !fen) return `${whole || "零"}元整`;
  const gap = whole && !jiao ? "零" : "";
  const tenths = jiao ? `${DIGITS[jiao]}角` : gap;
  return `${whole ? `${whole}元` : ""}${tenths}${fen ? `${DIGITS[fen]}分` : "整"}`;
}

function wholeOf(yuan: bigint): string {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0n; rest /= 10_000n) groups.push(Number(rest % 10_000n));
  let said = "";
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const group = groups[place] ?? 0;
    if (group === 0) continue;
    // Zeros between two groups are said once.
    const skipped = said && (group < 1000 || groups[place + 1] === 0);
    said += `${skipped ? "零" : ""}${groupOf(group)}${GROUPS[place]}`;
  }
  return said;
}

function groupOf(group: number): string {
  let said = "";
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      skipped = said !== "";
      continue;
    }
    said += `${skipped ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    skipped = false;
  }
  return said;
}
