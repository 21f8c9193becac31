import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useDepartments } from "@/api/departments";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import { Loaded } from "@/ui/DetailPage";
import { Missing } from "@/ui/states";
import { DepartmentDuties } from "./DepartmentDuties";
import { departmentDuties, listsQuery } from "./queries";
import { SinceUntil } from "./SinceUntil";

/** What one department answers for, edition beside edition (clause 4.1). */
export function Component() {
  const { t } = useTranslation();
  const { realm, role, organisation } = useMe();
  const [address, setAddress] = useSearchParams();
  const offices = useDepartments().map(({ label }) => label);
  const named = (useQuery(listsQuery()).data ?? []).flatMap((list) => list.departments);
  if (realm.kind !== "county") return <Missing />;
  // The lists name departments in the words of the law, which are not always those of the county.
  const names = [...new Set([...named, ...offices])];
  const department = address.get("department") ?? (isOfDepartment(role) ? organisation : undefined);
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { replace: true });
  };
  const since = address.get("since") ?? undefined;
  const until = address.get("until") ?? undefined;
  return (
    <>
      <div className="pagehead">
        <h1>{t("lists.byDepartment")}</h1>
        <div className="end">
          <Link to="/lists">{t("lists.title")}</Link>
        </div>
      </div>
      <section className="panel ways">
        <Select
          aria-label={t("lists.department")}
          placeholder={t("pick.department")}
          showSearch
          style={{ minWidth: 240 }}
          value={department}
          options={names.map((name) => ({ value: name, label: name }))}
          onChange={(name: string) => change("department", name)}
        />
        <SinceUntil since={since} until={until} change={change} />
      </section>
      {department ? (
        <Loaded query={departmentDuties(department, since, until)}>
          {(duties) => <DepartmentDuties duties={duties} />}
        </Loaded>
      ) : (
        <p className="panel muted">{t("lists.chooseDepartment")}</p>
      )}
    </>
  );
}
