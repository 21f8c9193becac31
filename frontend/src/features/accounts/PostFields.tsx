import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import { villagesQuery } from "@/api/villages";
import { useRules } from "@/ui/useRules";
import { DeputyFields } from "./DeputyFields";
import { organisationsQuery } from "./queries";
import { needsOrganisation, needsVillages } from "./roles";

/** The roles of an account, each with its place: a department, or villages; or those of a colleague who is away. */
export function PostFields({ user }: { user?: number }) {
  const { t } = useTranslation();
  return (
    <Form.List name="posts">
      {(posts, { add, remove }) => (
        <>
          {posts.map(({ key, name }) => (
            <fieldset key={key} className="basis">
              <legend>{t("users.post", { n: name + 1 })}</legend>
              <Form.Item name={[name, "deputy"]} hidden>
                <Input type="hidden" />
              </Form.Item>
              <PostField index={name} user={user} />
              {posts.length > 1 && (
                <Button
                  size="small"
                  style={{ marginBottom: 12 }}
                  aria-label={`${t("common.remove")} ${t("users.post", { n: name + 1 })}`}
                  onClick={() => remove(name)}
                >
                  {t("common.remove")}
                </Button>
              )}
            </fieldset>
          ))}
          <p className="acts" style={{ marginBottom: 16 }}>
            <Button type="dashed" onClick={() => add({})}>
              {t("users.addPost")}
            </Button>
            <Button
              type="dashed"
              data-testid="add-deputy"
              onClick={() => add({ deputy: true, stands_in_for: null })}
            >
              {t("users.addDeputy")}
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

function PostField({ index, user }: { index: number; user?: number }) {
  const deputy = Form.useWatch(["posts", index, "deputy"]);
  return deputy ? <DeputyFields index={index} user={user} /> : <OwnFields index={index} />;
}

function OwnFields({ index }: { index: number }) {
  const { t } = useTranslation();
  const { must } = useRules();
  const roles = useLabels("role");
  const role = Form.useWatch(["posts", index, "role"]);
  const organisations =
    useQuery({ ...organisationsQuery(), enabled: needsOrganisation(role) }).data ?? [];
  const villages = useQuery({ ...villagesQuery(), enabled: needsVillages(role) }).data ?? [];
  const named = ({ id, name }: { id: number; name: string }) => ({ value: id, label: name });
  return (
    <>
      <Form.Item name={[index, "role"]} label={t("users.role")} rules={must(t("users.role"))}>
        <Select options={roles} />
      </Form.Item>
      {needsOrganisation(role) && (
        <Form.Item
          name={[index, "organisation_id"]}
          label={t("users.organisation")}
          rules={must(t("users.organisation"))}
        >
          <Select showSearch={{ optionFilterProp: "label" }} options={organisations.map(named)} />
        </Form.Item>
      )}
      {needsVillages(role) && (
        <Form.Item
          name={[index, "village_ids"]}
          label={t("users.villages")}
          rules={must(t("users.villages"))}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            options={villages.map(named)}
          />
        </Form.Item>
      )}
    </>
  );
}
