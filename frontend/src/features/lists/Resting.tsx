import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loaded } from "@/ui/DetailPage";
import { DueDate } from "@/ui/DueDate";
import { restingOn } from "./queries";

/** The entries and matters that rest on an article, with the day of their review where one is due. */
export function Resting({ basis }: { basis: number }) {
  const { t } = useTranslation();
  return (
    <Loaded query={restingOn(basis)}>
      {(found) =>
        found.length === 0 ? (
          <p className="muted">{t("bases.nothingRests")}</p>
        ) : (
          <ul className="comments" data-testid="resting">
            {found.map(({ what, id, code, title, due_on }) => (
              <li key={`${what} ${id}`}>
                <Link to={what === "matter" ? `/matters/${id}` : `/lists/${id}`}>
                  {code} {title}
                </Link>
                {due_on && (
                  <div>
                    {t("bases.reviewBy")} <DueDate value={due_on} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
