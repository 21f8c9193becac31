/** Sums of money and days, counted in hundredths: a float would lose a cent. */

const NUMBER = /^(\d{1,15})(?:\.(\d{0,2})0*)?$/;

/** `3600.5` is 360050n; null for what is no number yet. */
export function hundredths(typed: unknown): bigint | null {
  const found = NUMBER.exec(String(typed ?? "").trim());
  if (!found) return null;
  return BigInt(found[1] ?? 0) * 100n + BigInt((found[2] ?? "").padEnd(2, "0"));
}

/** 360050n is `3600.50`, as the server takes it. */
export function decimal(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** For reading: thousands apart, and no places behind the point that say nothing. */
export function readable(amount: bigint, { places = true } = {}): string {
  const [whole = "", cents = ""] = decimal(amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = places ? cents : cents.replace(/0+$/, "");
  return rest ? `${grouped}.${rest}` : grouped;
}

export interface Instalment {
  on?: string | null;
  amount?: string | null;
}

/** What the instalments come to, and how that differs from the whole: 0n where they match. */
export function settled(whole: unknown, instalments: Instalment[]): { sum: bigint; gap: bigint } {
  const sum = instalments.reduce((all, { amount }) => all + (hundredths(amount) ?? 0n), 0n);
  return { sum, gap: (hundredths(whole) ?? 0n) - sum };
}
