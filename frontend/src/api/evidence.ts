import { township } from "./client";
import { inParts } from "./multipart";

/** Sends the one file that goes with a refusal; what is wrong with it comes back as a sentence. */
export async function addEvidence(refusal: number, file: File): Promise<void> {
  await township.POST("/api/refusals/{id}/evidence", {
    params: { path: { id: refusal } },
    ...inParts({ file }),
  });
}
