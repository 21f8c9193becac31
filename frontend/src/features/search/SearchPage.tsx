import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Loaded } from "@/ui/DetailPage";
import { FoundGroups } from "./FoundGroups";
import { searchFor } from "./queries";

const LEAST = 2;
const FEW = 10;
const MANY = 50;

/** One search over entries, matters and papers; what is looked for stands in the address. */
export function Component() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const asked = (address.get("q") ?? "").trim();
  const all = address.has("all");
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  const tooShort = asked.length > 0 && asked.replace(/\s/g, "").length < LEAST;
  return (
    <>
      <div className="pagehead">
        <h1>{t("search.title")}</h1>
      </div>
      <search className="panel">
        <Input.Search
          autoFocus
          size="large"
          enterButton
          allowClear
          maxLength={100}
          aria-label={t("search.title")}
          placeholder={t("search.hint")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onSearch={(text) => setAddress(text.trim() ? { q: text.trim() } : {})}
        />
        <p className="muted">{t("search.explain")}</p>
      </search>
      {tooShort && <p role="status">{t("search.short")}</p>}
      {asked && !tooShort && (
        <Loaded query={searchFor(asked, all ? MANY : FEW)}>
          {(groups) => <FoundGroups groups={groups} words={asked} few={!all} />}
        </Loaded>
      )}
    </>
  );
}
