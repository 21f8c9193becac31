/** The order of an agenda, as a list of ids. */

/** With the item at `from` put at `to`; places outside the list change nothing. */
export function moved(order: number[], from: number, to: number): number[] {
  if (from === to || from < 0 || to < 0 || from >= order.length || to >= order.length) return order;
  const next = [...order];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

export const put = (order: number[], id: number): number[] =>
  order.includes(id) ? order : [...order, id];

export const without = (order: number[], id: number): number[] =>
  order.filter((other) => other !== id);
