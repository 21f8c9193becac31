import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { contractFile } from "@/api/contracts";
import type { Contract, Terms } from "@/api/types";
import { day, PeriodText, Prose, yuan } from "@/ui/text";
import { Yuan } from "@/ui/Yuan";

type Row = [label: string, value: ReactNode];

/** What the contract is: between whom, for what, for how much, for how long. */
export function useContractFacts(contract: Contract, terms: Terms | null): Row[] {
  const { t } = useTranslation();
  const { text } = terms ?? {};
  const rows: [Row, shown: boolean][] = [
    [[t("contracting.facts.purchaser"), contract.purchaser], true],
    [[t("contracting.facts.provider"), contract.provider || text?.provider], true],
    [[t("contracting.facts.village"), contract.village], true],
    [[t("contracting.facts.number"), contract.number || t("contracting.facts.noNumber")], true],
    [[t("contracting.facts.service"), contract.service_name], contract.service_name !== ""],
    [[t("contracting.facts.content"), <Prose key="content" text={text?.content} />], true],
    [[t("contracting.facts.basis"), <Prose key="basis" text={text?.basis} />], !!text?.basis],
    [
      [t("contracting.facts.price"), <Yuan key="price" value={terms?.price ?? contract.price} />],
      true,
    ],
    [
      [t("contracting.facts.supplemented"), yuan(contract.supplemented)],
      Number(contract.supplemented) !== 0,
    ],
    [
      [
        t("contracting.facts.money"),
        t("contracting.facts.paidOf", {
          accepted: yuan(contract.accepted),
          paid: yuan(contract.paid),
        }),
      ],
      contract.in_force !== null,
    ],
    [
      [
        t("contracting.facts.term"),
        <PeriodText
          key="term"
          from={text?.starts_on || contract.starts_on}
          to={text?.ends_on || contract.ends_on}
        />,
      ],
      true,
    ],
    [
      [
        t("contracting.facts.payment_days"),
        t("contracting.facts.payment_days_of", { n: text?.payment_days }),
      ],
      !!text?.payment_days,
    ],
    [
      [t("contracting.facts.acceptance_plan"), <Prose key="plan" text={text?.acceptance_plan} />],
      !!text?.acceptance_plan,
    ],
    [[t("contracting.facts.suspended"), contract.suspension_reason], !!contract.suspension_reason],
    [
      [
        t("contracting.facts.ending"),
        t("common.pair", { label: contract.ending_label, value: contract.ending_reason }),
      ],
      contract.ending !== "",
    ],
  ];
  return [
    ...rows.flatMap(([row, shown]) => (shown ? [row] : [])),
    ...useSigningRows(terms),
    ...useAttachmentRow(contract),
  ];
}

function useSigningRows(terms: Terms | null): Row[] {
  const { t } = useTranslation();
  const rows: Row[] = [];
  if (terms?.deliberated_on) {
    const said = t("contracting.facts.deliberatedOf", {
      number: terms.deliberation_number,
      date: day(terms.deliberated_on),
      total: terms.deliberation_total,
      present: terms.deliberation_present,
      favour: terms.deliberation_for,
    });
    rows.push([t("contracting.facts.deliberated"), said]);
  }
  if (terms?.purchaser_signatory) {
    const said = t("contracting.facts.signedBy", {
      purchaser: terms.purchaser_signatory,
      provider: terms.provider_signatory || "—",
    });
    rows.push([t("contracting.facts.signatures"), said]);
  }
  return rows;
}

function useAttachmentRow({ attachments }: Contract): Row[] {
  const { t } = useTranslation();
  if (attachments.length === 0) return [];
  const files = (
    <ul className="plainlist">
      {attachments.map(({ id, name }) => (
        <li key={id}>
          <a href={contractFile(id)} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
  return [[t("contracting.facts.attachments"), files]];
}
