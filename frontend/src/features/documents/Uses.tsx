import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loaded, Panel } from "@/ui/DetailPage";
import { DateText } from "@/ui/text";
import { documentUses } from "./queries";

/** Which seals were put on this paper: who agreed, who did it. */
export function Uses({ id }: { id: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("sealUses.title")}>
      <Loaded query={documentUses(id)}>
        {(uses) =>
          uses.length === 0 ? (
            <p className="muted">{t("documents.noUses")}</p>
          ) : (
            <ul>
              {uses.map((use) => (
                <li key={use.id}>
                  <Link to={`/seal-uses/${use.id}`}>
                    {use.purpose_label} · {use.seal_name}
                  </Link>{" "}
                  <span className="muted">
                    {use.status_label} {use.used_at && <DateText value={use.used_at} time />}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
