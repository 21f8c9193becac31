import type { ListQuery } from "@/api/queries";

/** Filters, order and page live in the address, so that a list can be sent, kept and gone back to. */
export const SIZES = [20, 50, 100];
const OWN = new Set(["q", "ordering", "page", "size"]);

const positive = (text: string | null, otherwise: number) => {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

export const pageOf = (address: URLSearchParams) => positive(address.get("page"), 1);

export function sizeOf(address: URLSearchParams): number {
  const size = positive(address.get("size"), 20);
  return SIZES.includes(size) ? size : 20;
}

/** What the address asks for. Anybody may write anything there: the server refuses what it does not know. */
export function readListQuery<Filters>(address: URLSearchParams): ListQuery<Filters> {
  const limit = sizeOf(address);
  return {
    limit,
    offset: (pageOf(address) - 1) * limit,
    q: address.get("q") || undefined,
    ordering: address.get("ordering") || undefined,
    filters: Object.fromEntries(
      [...address].filter(([name, value]) => !OWN.has(name) && value),
    ) as Filters,
  };
}

/** The address after a change; an empty value drops out, and any new filter begins at page one. */
export function changed(
  address: URLSearchParams,
  values: Record<string, string | number | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(address);
  if (!("page" in values)) next.delete("page");
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === "" || (name === "page" && value === 1)) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
