import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { villagesQuery } from "@/api/villages";
import { useRules } from "@/ui/useRules";
import { useTownships } from "./useTownships";

/** First the township, then one of its villages. */
export function VillageFields() {
  const { t } = useTranslation();
  const { must } = useRules();
  const form = Form.useFormInstance();
  const [township, setTownship] = useState<string>();
  const villages = useQuery(villagesQuery()).data ?? [];
  const among = villages.filter(({ code }) => township && code.startsWith(township));
  return (
    <div className="twocols">
      <Form.Item label={t("contracts.township")} htmlFor="contract_township">
        <Select
          id="contract_township"
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("contracts.chooseTownship")}
          options={useTownships()}
          value={township}
          onChange={(code) => {
            setTownship(code);
            form.setFieldValue("village", undefined);
          }}
        />
      </Form.Item>
      <Form.Item name="village" label={t("contracts.village")} rules={must(t("contracts.village"))}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          disabled={!township}
          placeholder={t("contracts.chooseVillage")}
          options={among.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </div>
  );
}
