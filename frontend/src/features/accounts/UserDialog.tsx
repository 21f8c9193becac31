import { Form, Input, Modal, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { pathOf } from "@/api/problem";
import type { User } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useRules } from "@/ui/useRules";
import { useSaving } from "@/ui/useSaving";
import { PostFields } from "./PostFields";
import { type AccountValues, changeOf, newAccount, valuesOf } from "./user-values";

async function save(user: User | undefined, values: AccountValues): Promise<void> {
  if (!user) {
    await county.POST("/api/users", { body: newAccount(values) });
    return;
  }
  const params = { path: { id: user.id } };
  await county.PATCH("/api/users/{id}", { params, body: changeOf(user, values) });
  if (values.password) {
    await county.POST("/api/users/{id}/password", { params, body: { password: values.password } });
  }
}

/** Opens an account, or changes one. */
export function UserDialog({ user, close }: { user?: User; close: () => void }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const [form] = Form.useForm<AccountValues>();
  const { send, busy, error } = useSaving({
    act: (values: AccountValues) => save(user, values),
    form,
    placeOf: (field) => pathOf(field).slice(0, 1),
    done: t("users.saved"),
    onSaved: close,
  });
  return (
    <Modal
      open
      title={t(user ? "users.editTitle" : "users.create")}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      confirmLoading={busy}
      okButtonProps={{ disabled: busy }}
      onOk={() => form.submit()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Fault error={error} />
      <Form<AccountValues>
        form={form}
        layout="vertical"
        name="user"
        autoComplete="off"
        initialValues={valuesOf(user)}
        onFinish={send}
      >
        <Form.Item name="username" label={t("users.username")} rules={must(t("users.username"))}>
          <Input disabled={user !== undefined} maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t("users.name")} rules={must(t("users.name"))}>
          <Input maxLength={50} />
        </Form.Item>
        <PostFields user={user?.id} />
        <Form.Item
          name="password"
          label={t(user ? "users.newPassword" : "users.password")}
          rules={user ? [] : must(t("users.password"))}
          extra={t("users.passwordHint")}
        >
          <Input.Password maxLength={128} autoComplete="new-password" />
        </Form.Item>
        {user && (
          <Form.Item name="is_active" label={t("users.active")} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
