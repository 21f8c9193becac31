import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CertificateType } from "@/api/types";
import { Facts, Loaded, Panel } from "@/ui/DetailPage";
import { Back } from "./Back";
import { typesQuery } from "./queries";

/** The two lists, searched at once: what a village may certify, and who checks what it may not. */
export function Component() {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  return (
    <>
      <div className="pagehead">
        <h1>{t("certify.types")}</h1>
        <div className="end">
          <Back />
        </div>
      </div>
      <Input.Search
        allowClear
        size="large"
        className="gap"
        value={words}
        placeholder={t("certify.search")}
        aria-label={t("certify.search")}
        onChange={({ target }) => setWords(target.value)}
      />
      <Loaded query={typesQuery()}>
        {(types) => <Lists types={types.filter(({ name }) => name.includes(words.trim()))} />}
      </Loaded>
    </>
  );
}

function Lists({ types }: { types: CertificateType[] }) {
  const { t } = useTranslation();
  if (types.length === 0) return <p role="status">{t("certify.unlisted")}</p>;
  return (["allowed", "forbidden"] as const).map((standing) => {
    const found = types.filter((type) => type.standing === standing);
    return (
      <Panel key={standing} title={t(`certify.${standing}`, { count: found.length })}>
        {found.length === 0 && <p className="muted">{t("certify.none")}</p>}
        {found.map((type) => (
          <details key={type.id} className="fold">
            <summary>{type.name}</summary>
            {standing === "allowed" ? <Allowed type={type} /> : <Route type={type} />}
          </details>
        ))}
      </Panel>
    );
  });
}

export function Allowed({ type }: { type: CertificateType }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t("certify.fields.demander"), type.demander],
    [t("certify.fields.use"), type.use],
    [t("certify.basis"), [type.legal_basis, type.basis_version].filter(Boolean).join(" ")],
    [t("certify.quote"), type.quote],
    [t("certify.procedure"), type.procedure],
    [t("certify.term"), type.term],
  ];
  return <Facts rows={rows.filter(([, said]) => said)} />;
}

/** Not by the village: who checks it, and by which data. */
export function Route({ type }: { type: CertificateType }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t("certify.office"), type.route_office],
    [t("certify.route"), type.route],
    [t("certify.basis"), type.legal_basis],
    [t("certify.note"), type.note],
  ];
  return <Facts rows={rows.filter(([, said]) => said)} />;
}
