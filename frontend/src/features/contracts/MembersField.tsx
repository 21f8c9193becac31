import { Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useRules } from "@/ui/useRules";

const LEAST = 3;
const MOST = 15;

/** The panel: three at least, an odd number, one of them from those who are served. */
export function MembersField({ name }: { name: string }) {
  const { t } = useTranslation();
  const { written } = useRules();
  const begun = Array.from({ length: LEAST }, () => ({ recipient: false }));
  return (
    <fieldset className="group">
      <legend>{t("period.members")}</legend>
      <p className="muted">{t("period.membersHint")}</p>
      <Form.List name={name} initialValue={begun}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: row }) => {
              const who = t("period.member", { n: row + 1 });
              return (
                <div key={key} className="line">
                  <Form.Item
                    name={[row, "name"]}
                    label={`${who} · ${t("period.memberName")}`}
                    rules={written(t("period.memberName"))}
                  >
                    <Input maxLength={50} />
                  </Form.Item>
                  <Form.Item
                    name={[row, "capacity"]}
                    label={`${who} · ${t("period.memberCapacity")}`}
                    rules={written(t("period.memberCapacity"))}
                  >
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[row, "recipient"]} valuePropName="checked" initialValue={false}>
                    <Checkbox>{t("period.served", { n: row + 1 })}</Checkbox>
                  </Form.Item>
                  {rows.length > LEAST && (
                    <Button
                      size="small"
                      aria-label={`${t("common.remove")} ${who}`}
                      onClick={() => remove(row)}
                    >
                      {t("common.remove")}
                    </Button>
                  )}
                </div>
              );
            })}
            <Form.ErrorList errors={errors} />
            {rows.length < MOST && (
              <Button type="dashed" onClick={() => add({ recipient: false })}>
                {t("period.addMember")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
