import { StatusTag } from "@/ui/StatusTag";

interface Props {
  of: { provisional: boolean; provisional_label: string };
}

/** 先进后批: whoever sees it sees that it is not approved yet. */
export function Provisional({ of }: Props) {
  if (!of.provisional) return null;
  return <StatusTag status="provisional" label={of.provisional_label} />;
}
