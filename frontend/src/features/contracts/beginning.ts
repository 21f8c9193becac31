import { county } from "@/api/client";
import { beginContract, writeTerms } from "@/api/contracts";
import type { Contract, TermsText } from "@/api/types";

export interface Wanted {
  village: number;
  provider_kind: Contract["provider_kind"];
  subject: string;
  service_code?: string;
}

interface Made {
  contract: number;
  terms: number;
}

/** Begins the contract, and writes into its text what was chosen and answered on the way. */
export async function begin(
  { service_code, ...wanted }: Wanted,
  answers: Record<string, string>,
  key: string,
): Promise<Made | null> {
  const contract = await beginContract(wanted, key);
  if (!contract?.under_way) return null;
  const made = { contract: contract.id, terms: contract.under_way };
  const given = Object.entries(answers).map(([code, answer]) => ({ code, answer }));
  if (!service_code && given.length === 0) return made;
  const params = { path: { id: made.terms } };
  const terms = (await county.GET("/api/contract-terms/{id}", { params })).data;
  if (terms) {
    const text: TermsText = { ...terms.text, service_code: service_code ?? "", answers: given };
    await writeTerms(terms.id, terms.version, text);
  }
  return made;
}
