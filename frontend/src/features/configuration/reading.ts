/** Reading what is typed into the settings. */

/** The whole numbers in a text, whatever stands between them. */
export const numbersIn = (text: string): number[] =>
  (text.match(/\d+/g) ?? []).map(Number).filter(Number.isSafeInteger);

const two = (n: number) => String(n).padStart(2, "0");

/** 11-01 */
export const monthDay = (month: number, day: number): string => `${two(month)}-${two(day)}`;

/** Days that the month has in every year. */
export const daysIn = (month: number): number => new Date(Date.UTC(2023, month, 0)).getUTCDate();
