/** Sums of money, weights and days, counted in hundredths: a float would lose a cent. */

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

/** What all of these come to; what is no number yet counts as nothing. */
export const sumOf = (typed: unknown[]): bigint =>
  typed.reduce<bigint>((all, one) => all + (hundredths(one) ?? 0n), 0n);

/** A measure for reading: `12.50` is 12.5. */
export function figure(value: string | number | null | undefined): string {
  const amount = hundredths(value);
  return amount === null ? String(value ?? "") : readable(amount, { places: false });
}
