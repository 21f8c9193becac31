import { expect, test } from "vitest";
import { capitals } from "./capitals";

test.each([
  ["0", "零元整"],
  ["0.05", "伍分"],
  ["0.50", "伍角整"],
  ["1.05", "壹元零伍分"],
  ["10", "壹拾元整"],
  ["105.30", "壹佰零伍元叁角整"],
  ["1234.56", "壹仟贰佰叁拾肆元伍角陆分"],
  ["10001", "壹万零壹元整"],
  ["100000", "壹拾万元整"],
  ["100005000", "壹亿零伍仟元整"],
  ["1002003.04", "壹佰万贰仟零叁元零肆分"],
])("%s yuan in capitals is %s", (amount, said) => expect(capitals(amount)).toBe(said));

test("what is no amount yet has no capitals", () => expect(capitals("12,")).toBeNull());
