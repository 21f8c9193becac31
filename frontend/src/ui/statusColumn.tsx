import type { Column } from "./list-types";
import { StatusTag } from "./StatusTag";

type WithStatus = { status: string; status_label: string };

/** The column of where each row stands. */
export const statusColumn = <Row extends WithStatus>(
  title: string,
  more: Pick<Column<Row>, "width" | "ordering"> = {},
): Column<Row> => ({
  key: "status",
  title,
  render: (row) => <StatusTag status={row.status} label={row.status_label} />,
  ...more,
});
