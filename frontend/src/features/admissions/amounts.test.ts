import { expect, test } from "vitest";
import { decimal, hundredths, readable, settled } from "./amounts";

test("money is counted without floats", () => {
  expect(hundredths("0.10")).toBe(10n);
  expect(decimal((hundredths("0.1") ?? 0n) * 3n)).toBe("0.30");
  expect(readable((hundredths("123456789012.10") ?? 0n) * 43n)).toBe("5,308,641,927,520.30");
  expect(readable(3650n, { places: false })).toBe("36.5");
  expect(readable(3600n, { places: false })).toBe("36");
});

test("what is no number yet is none", () => {
  for (const typed of ["", null, undefined, "12a", "-1", "1,000"]) {
    expect(hundredths(typed)).toBeNull();
  }
});

test("instalments match the whole, or say by how much they do not", () => {
  const paid = [{ on: "2026-12-01", amount: "1200.50" }, { amount: "2399.50" }];
  expect(settled("3600.00", paid)).toEqual({ sum: 360000n, gap: 0n });
  expect(settled("4000", paid).gap).toBe(40000n);
  expect(settled("3000", paid).gap).toBe(-60000n);
  expect(settled("3000", []).gap).toBe(300000n);
});
