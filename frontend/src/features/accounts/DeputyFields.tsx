import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRules } from "@/ui/useRules";
import { ColleaguePicker } from "./ColleaguePicker";
import { userOne } from "./queries";

/** In whose place, in which of that one's roles, from when to when; the place is the colleague's. */
export function DeputyFields({ index, user }: { index: number; user?: number }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const absent: number | null = Form.useWatch(["posts", index, "stands_in_for"]) ?? null;
  const colleague = useQuery({ ...userOne(absent ?? 0), enabled: absent !== null }).data;
  const held = (colleague?.posts ?? []).filter(({ stands_in_for }) => stands_in_for === null);
  return (
    <>
      <Form.Item
        name={[index, "stands_in_for"]}
        label={t("users.absent")}
        rules={must(t("users.absent"))}
      >
        <ColleaguePicker except={user} />
      </Form.Item>
      <Form.Item
        name={[index, "role"]}
        label={t("users.absentRole")}
        extra={t("users.absentHint")}
        rules={must(t("users.absentRole"))}
      >
        <Select
          disabled={absent === null}
          options={held.map(({ role, label }) => ({ value: role, label }))}
        />
      </Form.Item>
      <div className="twocols">
        <Form.Item name={[index, "from_on"]} label={t("users.from")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[index, "to_on"]} label={t("users.to")} rules={must(t("users.to"))}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}
