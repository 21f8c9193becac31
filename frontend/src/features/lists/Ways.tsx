import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMe } from "@/api/me";
import { OnDay } from "./OnDay";
import { KINDS } from "./queries";

/** Where else the lists can be read: on another day, for one village, for one department, by their laws. */
export function Ways({ kind }: { kind?: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { realm } = useMe();
  const asked = KINDS.find((one) => one === kind) ?? "statutory";
  return (
    <div className="ways">
      <OnDay go={(day) => navigate(`/lists/${asked}/on/${day}`)} />
      {realm.kind === "county" && (
        <>
          <Link to="/lists/duties">{t("lists.byDepartment")}</Link>
          <Link to="/legal-bases">{t("bases.title")}</Link>
        </>
      )}
    </div>
  );
}
