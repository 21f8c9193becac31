import { problemOf } from "@/api/problem";
import { takeStep } from "@/api/steps";
import type { SignedClause } from "@/api/types";
import { shrunk } from "@/ui/shrink";
import { addFile } from "./queries";

/**
 * The files of a record that is a draft as yet, made small first; then it is handed over. What went wrong is given
 * back as a sentence: the record is there, and its files can be chosen again.
 */
export async function sendFiles(
  record: number,
  files: File[],
  clause: SignedClause | undefined,
  submit: boolean,
): Promise<string> {
  const keepsPlace = clause?.evidence === "file_with_location";
  try {
    for (const file of files) await addFile(record, await shrunk(file, keepsPlace));
    if (submit) await takeStep("deliverables", record, "submit", {});
    return "";
  } catch (error) {
    return problemOf(error).message;
  }
}
