import { screen, waitFor } from "@testing-library/react";
import { Form, Input } from "antd";
import { delay } from "msw";
import { expect, test } from "vitest";
import { ProblemError } from "@/api/problem";
import { show } from "@/testing/render";
import { Fault } from "./Fault";
import { useRules } from "./useRules";
import { useSaving } from "./useSaving";

const REFUSED = new ProblemError(422, "invalid", "有一处不符合要求", [
  { field: "data.title", detail: "名称重复" },
  { field: "version", detail: "不在表单里" },
]);
const STALE = new ProblemError(409, "stale", "已被他人修改");

interface Props {
  act: (values: { title: string }) => Promise<unknown>;
  order?: string[];
}

function Page({ act, order = [] }: Props) {
  const [form] = Form.useForm<{ title: string }>();
  const { written } = useRules();
  const { send, error, stale } = useSaving({
    act,
    form,
    placeOf: (field) => (field.startsWith("data.") ? [field.slice("data.".length)] : null),
    done: "已保存",
    onSaved: () => order.push("saved"),
    onFresh: () => order.push("fresh"),
  });
  return (
    <Form form={form} name="page" onFinish={send}>
      {stale ? <p>已过时</p> : <Fault error={error} />}
      <Form.Item name="title" label="名称" rules={written("名称")}>
        <Input />
      </Form.Item>
      <button type="submit">保存</button>
    </Form>
  );
}

async function fill(act: Props["act"], order?: string[]) {
  const { user } = show(<Page act={act} order={order} />);
  await user.type(await screen.findByLabelText("名称"), "巡河");
  return user;
}
const save = () => screen.getByRole("button", { name: "保存" });

test("what is pressed twice is saved once; what is asked for anew comes after what is saved", async () => {
  const order: string[] = [];
  const user = await fill(async ({ title }) => {
    order.push(title);
    await delay(30);
  }, order);
  await user.dblClick(save());
  expect(await screen.findByText("已保存")).toBeTruthy();
  await waitFor(() => expect(order).toEqual(["巡河", "saved", "fresh"]));
});

test("a fault stands at its field, and the sentence above the form; nothing counts as saved", async () => {
  const order: string[] = [];
  const user = await fill(() => Promise.reject(REFUSED), order);
  await user.click(save());
  expect(await screen.findByText("名称重复")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toBe("有一处不符合要求");
  expect(screen.queryByText("不在表单里")).toBeNull();
  expect(order).toEqual([]);
});

test("that somebody was faster is told apart", async () => {
  const user = await fill(() => Promise.reject(STALE));
  await user.click(save());
  expect(await screen.findByText("已过时")).toBeTruthy();
});
