import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "@/api/labels";
import type { Phrases } from "@/locales/zh-CN";

type Fresh = Phrases["fresh"];
type About = "kinds" | "types" | "categories";

interface Props {
  /** Which of the server's words can be chosen. */
  words: "kind" | "object_type" | "category";
  /** Where a plain sentence stands for each of them. */
  about: About;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A choice with a sentence for each possibility, for people who do not know our words. */
export function Choices({ words, about, id, value, onChange }: Props) {
  const labels = useLabels(words);
  const help = useHelp(about);
  return (
    <Radio.Group
      id={id}
      className="choices"
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
    >
      {labels.map((one) => (
        <Radio key={one.value} value={one.value}>
          <strong>{one.label}</strong>
          <span className="muted">{help(one.value)}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** The sentence for a value; none for one that we have no words for yet. */
function useHelp(about: About): (name: string) => string {
  const { t } = useTranslation();
  const none = { defaultValue: "" };
  const sentences = {
    kinds: (name: string) => t(`fresh.kinds.${name as keyof Fresh["kinds"]}`, none),
    types: (name: string) => t(`fresh.types.${name as keyof Fresh["types"]}`, none),
    categories: (name: string) => t(`fresh.categories.${name as keyof Fresh["categories"]}`, none),
  };
  return sentences[about];
}
