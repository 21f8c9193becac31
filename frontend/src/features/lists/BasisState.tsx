import { useTranslation } from "react-i18next";
import { today } from "@/api/calendar";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/text";

interface Props {
  basis: { ended_on: string | null };
  /** With the day on which it ended or will end. */
  dated?: boolean;
}

/** Whether an article holds: it may be known already that it will not. */
export function BasisState({ basis: { ended_on }, dated }: Props) {
  const { t } = useTranslation();
  if (!ended_on) return <StatusTag status="valid" label={t("bases.holds")} />;
  return (
    <>
      {ended_on > today() ? (
        <StatusTag status="due" label={t("bases.ending")} />
      ) : (
        <StatusTag status="expired" label={t("bases.ended")} />
      )}{" "}
      {dated && <DateText value={ended_on} />}
    </>
  );
}
