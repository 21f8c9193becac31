import { Select } from "antd";

interface Props {
  /** antd's form hands these down. */
  id?: string;
  value?: string[];
  onChange?: (values: string[]) => void;
}

const MOST = 50;

/** Phrases, each finished with Enter; words within one are parted by a blank. */
export function Keywords({ id, value, onChange }: Props) {
  return (
    <Select<string[]>
      id={id}
      mode="tags"
      open={false}
      suffixIcon={null}
      maxCount={MOST}
      style={{ width: "100%" }}
      value={value}
      onChange={onChange}
    />
  );
}
