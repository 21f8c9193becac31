/** What an application's instalments come to. */

import { hundredths, sumOf } from "@/ui/decimals";

export { decimal, hundredths, readable } from "@/ui/decimals";

export interface Instalment {
  on?: string | null;
  amount?: string | null;
}

/** What the instalments come to, and how that differs from the whole: 0n where they match. */
export function settled(whole: unknown, instalments: Instalment[]): { sum: bigint; gap: bigint } {
  const sum = sumOf(instalments.map(({ amount }) => amount));
  return { sum, gap: (hundredths(whole) ?? 0n) - sum };
}
