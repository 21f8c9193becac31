import { township } from "./client";

/** Sends the one file that goes with a refusal; what is wrong with it comes back as a sentence. */
export async function addEvidence(refusal: number, file: File): Promise<void> {
  const form = new FormData();
  form.set("file", file);
  await township.POST("/api/refusals/{id}/evidence", {
    params: { path: { id: refusal } },
    body: form as never,
    bodySerializer: () => form,
  });
}
