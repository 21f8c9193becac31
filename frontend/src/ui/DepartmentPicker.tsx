import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useDepartments } from "@/api/departments";

interface Props {
  id?: string;
  value?: number[];
  onChange?: (ids: number[]) => void;
}

/** Departments of the county, several at once. */
export function DepartmentPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select<number[]>
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      placeholder={t("pick.department")}
      notFoundContent={t("pick.none")}
      value={value}
      options={useDepartments()}
      onChange={onChange}
    />
  );
}
