import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Board } from "@/api/types";
import { type Bar, Chart } from "@/ui/Chart";
import { Loaded, Panel } from "@/ui/DetailPage";
import { boardQuery } from "./queries";

const GREY = "#8c8c8c";
const BLUE = "#1b4b8f";
const GREEN = "#3f8f52";

/** The county at a glance: figures, two pictures, each leading to its rows. */
export function Component() {
  const { t } = useTranslation();
  return (
    <>
      <div className="pagehead">
        <h1>{t("board.title")}</h1>
        <span className="muted">{t("board.drill")}</span>
      </div>
      <Loaded query={boardQuery()}>{(board) => <Figures board={board} />}</Loaded>
    </>
  );
}

function Figures({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { totals } = board;
  const figures: [string, number, string][] = [
    [t("board.matters"), totals.matters, "/matters"],
    [t("board.placements"), totals.placements, "/placements"],
    ...board.by_status.map((s): [string, number, string] => [
      s.label,
      s.count,
      `/placements?status=${s.key}`,
    ]),
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(([label, count, href]) => (
          <div key={label}>
            <dt>
              <Link to={href}>{label}</Link>
            </dt>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
      <div className="charts">
        <Slices title={t("board.byDepartment")} slices={board.by_department} filter="department" />
        <Slices title={t("board.byTownship")} slices={board.by_township} filter="township" />
      </div>
    </>
  );
}

interface SlicesProps {
  title: string;
  slices: Board["by_township"];
  filter: "department" | "township";
}

function Slices({ title, slices, filter }: SlicesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const series = useMemo(
    () => [
      { name: t("board.notified"), color: BLUE },
      { name: t("board.confirmed"), color: GREEN },
      { name: t("board.closed"), color: GREY },
    ],
    [t],
  );
  const bars = useMemo(
    () =>
      slices.map(
        (s): Bar => ({
          key: s.key,
          label: s.label,
          values: [s.notified, s.confirmed, s.closed],
          href: `/placements?${filter}=${s.key}`,
        }),
      ),
    [slices, filter],
  );
  return (
    <Panel title={title}>
      {bars.length === 0 ? (
        <p className="muted">{t("common.emptyYet")}</p>
      ) : (
        <Chart title={title} series={series} bars={bars} onSelect={navigate} />
      )}
    </Panel>
  );
}
