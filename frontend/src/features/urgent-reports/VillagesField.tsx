import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { villagesQuery } from "@/api/villages";
import { Failure, Loading } from "@/ui/states";

interface Props {
  /** antd's form hands these down. */
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** The township's own villages, all in one tap or one by one. */
export function VillagesField({ id, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(villagesQuery());
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  const all = data.map(({ code }) => code);
  const set = (code: string, on: boolean) =>
    onChange?.(all.filter((one) => (one === code ? on : value.includes(one))));
  return (
    <div id={id} tabIndex={-1}>
      <Checkbox
        className="choice"
        checked={value.length === all.length}
        indeterminate={value.length > 0 && value.length < all.length}
        onChange={({ target }) => onChange?.(target.checked ? all : [])}
      >
        {t("report.everyVillage", { n: value.length, m: all.length })}
      </Checkbox>
      <div className="choices" style={{ marginTop: 8 }}>
        {data.map(({ code, name }) => (
          <Checkbox
            key={code}
            className="choice"
            checked={value.includes(code)}
            onChange={({ target }) => set(code, target.checked)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}
