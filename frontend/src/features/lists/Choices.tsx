import { Select } from "antd";
import type { Label } from "@/api/types";

interface Props {
  options: Label[];
  /** antd's form hands these down. */
  id?: string;
  value?: string[];
  onChange?: (values: string[]) => void;
}

/** Several of the server's values. */
export function Choices({ id, value, onChange, options }: Props) {
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
