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
      <Charts board={board} />
    </>
  );
}

const FEW = 3;

/** Side by side and equally high; one below the other where one of them would be nearly empty. */
function Charts({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { by_department, by_township } = board;
  const aside = Math.min(by_department.length, by_township.length) >= FEW;
  const rows = aside ? Math.max(by_department.length, by_township.length) : undefined;
  return (
    <div className={aside ? "charts" : undefined}>
      <Slices
        title={t("board.byDepartment")}
        slices={by_department}
        rows={rows}
        filter="department"
      />
      <Slices title={t("board.byTownship")} slices={by_township} rows={rows} filter="township" />
    </div>
  );
}

interface SlicesProps {
  title: string;
  slices: Board["by_township"];
  rows?: number;
  filter: "department" | "township";
}

function Slices({ title, slices, rows, filter }: SlicesProps) {
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
        <Chart title={title} series={series} bars={bars} rows={rows} onSelect={navigate} />
      )}
    </Panel>
  );
}
