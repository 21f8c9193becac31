import type { ReactNode } from "react";

interface ScrollProps {
  /** Says what can be scrolled to those who do not see it. */
  label: string;
  tall?: boolean;
  children: ReactNode;
}

/** What may be wider than the page, reachable by keyboard. */
export function Scroll({ label, tall, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={tall ? "scroll tall" : "scroll"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

interface HeadedProps {
  /** The heads of the columns, in order. */
  head: ReactNode[];
  className?: string;
  testId?: string;
  /** The rows. */
  children: ReactNode;
}

/** A table as it stands in the page, for few rows that are no list. */
export function HeadedTable({ head, className, testId, children }: HeadedProps) {
  return (
    <table className={className} data-testid={testId}>
      <thead>
        <tr>
          {head.map((title, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table keep their places
            <th key={place} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

const LOOKS = { plain: "plaintable", bordered: "plaintable bordered", tall: "plaintable sticky" };

type Props = Omit<HeadedProps, "className"> & {
  label: string;
  /** `tall` scrolls downward, too, under its heads. */
  look?: keyof typeof LOOKS;
};

/** A table that scrolls by itself where the page is too narrow for it. */
export function PlainTable({ label, look = "bordered", ...table }: Props) {
  return (
    <Scroll label={label} tall={look === "tall"}>
      <HeadedTable {...table} className={LOOKS[look]} />
    </Scroll>
  );
}

export interface CellRow {
  key: string;
  label: ReactNode;
  cells: ReactNode[];
  /** The language of the cells, where it is not the page's. */
  lang?: string;
}

/** Rows that all look alike: what each is about, then its cells. */
export function CellRows({ rows }: { rows: CellRow[] }) {
  return rows.map(({ key, label, cells, lang }) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row keep their places
        <td key={place} lang={lang}>
          {cell}
        </td>
      ))}
    </tr>
  ));
}
