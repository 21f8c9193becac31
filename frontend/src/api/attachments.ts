import { county, countyQuery } from "./client";
import { inParts } from "./multipart";
import type { Attachment } from "./types";

type Path = "/api/applications/{id}/attachments";

export const attachmentList = (id: number) =>
  countyQuery.queryOptions("get", "/api/applications/{id}/attachments" satisfies Path, {
    params: { path: { id } },
  });

/** Where the file is given back, as a download only. */
export const fileOf = (attachment: Attachment) => `/api/attachments/${attachment.id}/file`;

/** Sends one file; what is wrong with it comes back as a sentence. */
export async function attach(application: number, kind: string, file: File): Promise<void> {
  await county.POST("/api/applications/{id}/attachments", {
    params: { path: { id: application } },
    // `not_secret` is asked beside the button: without it nothing can be chosen.
    ...inParts({ kind, not_secret: "true", file }),
  });
}

export async function detach({ id }: Attachment): Promise<void> {
  await county.POST("/api/attachments/{id}/remove", { params: { path: { id } } });
}
