import { capitals } from "./capitals";
import { MoneyText } from "./text";

/** An amount in figures, and below it in capitals as it stands on the contract. */
export function Yuan({ value }: { value: string | null | undefined }) {
  const said = value ? capitals(value) : null;
  return (
    <>
      <MoneyText value={value} />
      {said && (
        <>
          <br />
          <small className="muted" data-testid="capitals" lang="zh-CN">
            {said}
          </small>
        </>
      )}
    </>
  );
}
