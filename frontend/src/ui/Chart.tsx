import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export interface Series {
  name: string;
  color: string;
}

export interface Bar {
  key: string;
  label: string;
  values: number[];
  /** Where the bar's rows are shown. */
  href: string;
}

interface Props {
  title: string;
  series: Series[];
  bars: Bar[];
  /** For how many bars there is room, so that charts side by side are equally high. */
  rows?: number;
  onSelect: (href: string) => void;
}

/** Horizontal bars, one a series side by side, with the same figures as a table for those who do not see the picture. */
export function Chart({ title, series, bars, rows = bars.length, onSelect }: Props) {
  const { t } = useTranslation();
  return (
    <figure style={{ margin: 0 }}>
      <Picture title={title} series={series} bars={bars} rows={rows} onSelect={onSelect} />
      <details>
        <summary>{t("detail.chartData")}</summary>
        <table className="plaintable">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">
                  <Link to={bar.href}>{bar.label}</Link>
                </th>
                {bar.values.map((value, index) => (
                  <td key={series[index]?.name} className="num">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Picture({ title, series, bars, rows, onSelect }: Required<Props>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let dispose = () => {};
    import("./echarts").then(({ init }) => {
      if (gone || !box.current) return;
      const chart = init(box.current, null, { renderer: "svg" });
      chart.setOption(option(series, bars));
      chart.on("click", ({ dataIndex }) => {
        const bar = bars[bars.length - 1 - dataIndex];
        if (bar) onSelect(bar.href);
      });
      const fit = () => chart.resize();
      window.addEventListener("resize", fit);
      dispose = () => {
        window.removeEventListener("resize", fit);
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [series, bars, onSelect]);
  return (
    <div role="img" aria-label={title}>
      <div
        ref={box}
        className="chart"
        style={{ height: rows * (series.length > 1 ? 40 : 32) + 70 }}
      />
    </div>
  );
}

function option(series: Series[], bars: Bar[]) {
  const upwards = [...bars].reverse();
  return {
    animation: false,
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    legend: series.length > 1 ? { bottom: 0, textStyle: { color: "#333" } } : undefined,
    grid: { left: 8, right: 24, top: 8, bottom: series.length > 1 ? 34 : 8, containLabel: true },
    xAxis: { type: "value", minInterval: 1 },
    yAxis: {
      type: "category",
      data: upwards.map((bar) => bar.label),
      axisLabel: { color: "#333", width: 130, overflow: "truncate" },
      axisTick: { show: false },
    },
    series: series.map(({ name, color }, index) => ({
      type: "bar",
      name,
      barMaxWidth: series.length > 1 ? 9 : 20,
      itemStyle: { color },
      data: upwards.map((bar) => bar.values[index]),
    })),
  };
}
