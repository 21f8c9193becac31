import { useTranslation } from "react-i18next";
import { Loaded, Panel } from "@/ui/DetailPage";
import { DateText } from "@/ui/text";
import { documentDuplicates } from "./queries";

/** Who got a duplicate, why, and the file. */
export function Duplicates({ id }: { id: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("documents.duplicates")}>
      <Loaded query={documentDuplicates(id)}>
        {(made) =>
          made.length === 0 ? (
            <p className="muted">{t("documents.noDuplicates")}</p>
          ) : (
            <ul>
              {made.map(({ no, receiver, reason, issued_on }) => (
                <li key={no}>
                  <a
                    href={`/api/documents/${id}/duplicates/${no}/file`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t("documents.duplicateNo", { no })}
                  </a>{" "}
                  {t("common.pair", { label: receiver, value: reason })}{" "}
                  <DateText value={issued_on} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
