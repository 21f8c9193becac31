import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { Query } from "@/api/queries";
import { Loaded } from "./DetailPage";
import { ImportSteps } from "./ImportSteps";
import { type Choosing, TableUpload } from "./TableUpload";

interface Props<Preview, Err, Key extends QueryKey> extends Omit<Choosing, "send"> {
  title: string;
  /** The link to where one came from. */
  back: ReactNode;
  /** Step one: nothing is taken over yet. */
  send: (file: File) => Promise<Preview | undefined>;
  /** The table that was sent, found again by its digest and judged anew. */
  previewOf: (sha256: string) => Query<Preview, Err, Key>;
  /** Whether the table has been taken over already. */
  isOver?: (preview: Preview) => boolean;
  /** Step two; `again` leads back to choosing a file. */
  children: (preview: Preview, again: () => void) => ReactNode;
}

/** A table in, in two steps. Its digest stands in the address: the import can be left and found again. */
export function TableImport<Preview extends { sha256: string }, Err, Key extends QueryKey>(
  props: Props<Preview, Err, Key>,
) {
  const { title, back, send, previewOf, isOver, children, ...choosing } = props;
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const sha256 = address.get("table");
  const again = () => setAddress({}, { replace: true });
  const look = async (file: File) => {
    const preview = await send(file);
    if (!preview) return;
    queries.setQueryData(previewOf(preview.sha256).queryKey, preview as never);
    setAddress({ table: preview.sha256 });
  };
  return (
    <>
      <div className="pagehead">
        <h1>{title}</h1>
        <div className="end">{back}</div>
      </div>
      {sha256 ? (
        <Loaded query={previewOf(sha256)}>
          {(preview) => (
            <>
              <ImportSteps now={isOver?.(preview) ? 2 : 1} />
              {children(preview, again)}
            </>
          )}
        </Loaded>
      ) : (
        <>
          <ImportSteps now={0} />
          <TableUpload {...choosing} send={look} />
        </>
      )}
    </>
  );
}
