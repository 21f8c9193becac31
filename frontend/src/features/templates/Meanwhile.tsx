import { useTranslation } from "react-i18next";
import { Conflict } from "@/ui/Conflict";
import { Loaded } from "@/ui/DetailPage";
import { templateOne } from "./queries";

interface Props {
  name: string;
  base: string;
  mine: string;
  settle: (source: string, version: number | null) => void;
}

/** Somebody else has saved the draft meanwhile: both texts, and one goes on with either. */
export function Meanwhile({ name, base, mine, settle }: Props) {
  const { t } = useTranslation();
  const query = templateOne(name);
  const anew = { ...query, queryKey: [...query.queryKey, "now"] as never, staleTime: 0, gcTime: 0 };
  return (
    <Loaded query={anew}>
      {({ versions }) => {
        const theirs = versions.find(({ status }) => status === "draft");
        const version = theirs?.version ?? null;
        return (
          <Conflict
            title={t("templates.stale")}
            rows={[
              {
                key: "source",
                label: t("templates.source"),
                cells: [base, theirs?.source ?? "", mine].map((text) => (
                  <pre key={text} className="source">
                    {text}
                  </pre>
                )),
              },
            ]}
            keepMine={() => settle(mine, version)}
            takeTheirs={() => settle(theirs?.source ?? base, version)}
          />
        );
      }}
    </Loaded>
  );
}
