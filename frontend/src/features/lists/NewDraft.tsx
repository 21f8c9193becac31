import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { county } from "@/api/client";
import { DialogButton } from "@/ui/DialogButton";
import type { Kind } from "./queries";

/** Begins the draft of the next edition, a copy of the last. */
export function NewDraft({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <DialogButton
      name={`draft-${kind}`}
      label={t("lists.newDraft")}
      primary
      form={{
        fields: {
          note: {
            kind: "group",
            render: (name) => (
              <Form.Item name={name} label={t("lists.note")} extra={t("lists.newDraftHint")}>
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
              </Form.Item>
            ),
          },
        },
        remark: false,
      }}
      submit={async ({ note }) => {
        const { data } = await county.POST("/api/lists/{kind}/editions", {
          params: { path: { kind } },
          body: { note: String(note ?? "").trim() },
        });
        if (data) navigate(`/lists/editions/${data.id}`);
      }}
    />
  );
}
