import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newNotices, useSeen } from "@/api/notices";
import { NoticeItem } from "@/ui/NoticeItem";

const SHOWN = 6;

/** What has changed since my last visit. */
export function Since() {
  const { t } = useTranslation();
  const [seen, see] = useSeen();
  const found = useQuery(newNotices(seen, SHOWN)).data;
  if (!found) return null;
  const [newest] = found.items;
  return (
    <section className="panel" aria-label={t("home.changes")} data-testid="changes-since">
      <div className="headline">
        <h2>{t("home.changes")}</h2>
        <Link to="/notices">{t("home.allNotices")}</Link>
      </div>
      {newest ? (
        <>
          <ul className="cards notices">
            {found.items.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
          <p>
            {found.total > found.items.length && (
              <Link to="/notices">{t("home.moreNotices", { count: found.total })}</Link>
            )}{" "}
            <Button size="small" onClick={() => see(newest.id)}>
              {t("home.seen")}
            </Button>
          </p>
        </>
      ) : (
        <p className="muted">{t("home.noChanges")}</p>
      )}
    </section>
  );
}
