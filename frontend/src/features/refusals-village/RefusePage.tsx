import { useSearchParams } from "react-router";
import { today } from "@/api/calendar";
import { useMe } from "@/api/me";
import { useOutbox } from "@/ui/useOutbox";
import { draftOf, EMPTY } from "./draft";
import { RefuseForm } from "./RefuseForm";

/** A new refusal; of a matter that is carried; or one that the server would not take, to be mended. */
export function Component() {
  const { villages } = useMe();
  const { box } = useOutbox();
  const [address] = useSearchParams();
  const mended = box.find(address.get("mend"));
  const placement = Number(address.get("placement")) || null;
  const body = mended?.kind === "refusal" ? mended.body : null;
  const only = villages.length === 1 ? (villages[0]?.id ?? null) : null;
  const name = body ? `refusal.${mended?.key}` : placement ? `refusal.${placement}` : "refusal";
  return (
    <RefuseForm
      key={name}
      name={name}
      begin={body ? draftOf(body) : { ...EMPTY, village: only, placement, demanded_on: today() }}
      mends={body ? (mended ?? null) : null}
    />
  );
}
