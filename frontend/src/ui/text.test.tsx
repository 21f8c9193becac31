import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { day, MoneyText, moment } from "./text";

test("days and instants are Beijing's, wherever the machine stands", () => {
  expect(day("2026-03-01")).toBe("2026年3月1日");
  expect(day("2026-02-28T17:30:00Z")).toBe("2026年3月1日");
  expect(moment("2026-02-28T17:30:00Z")).toContain("01:30");
});

test("money is grouped without ever becoming a float", () => {
  const { container } = render(<MoneyText value="123456789012.10" />);
  expect(container.textContent).toBe("¥123,456,789,012.10");
});
