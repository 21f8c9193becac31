/** Pictures are made small before they travel: a slow line carries them, and what a camera noted stays behind. */

import { notesOf, uprighted, withNotes } from "./exif";

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const PICTURES = ["image/jpeg", "image/png"];

/** `file` smaller; the place where it was taken stays in it only where `keepsPlace`. What is no picture stays as it is. */
export async function shrunk(file: File, keepsPlace: boolean): Promise<File> {
  if (!PICTURES.includes(file.type)) return file;
  try {
    const drawn = await redrawn(file);
    const notes = keepsPlace ? notesOf(new Uint8Array(await file.arrayBuffer())) : null;
    const whole = notes ? withNotes(drawn, uprighted(notes)) : drawn;
    return new File([whole as BlobPart], named(file.name), { type: "image/jpeg" });
  } catch {
    // A picture that this browser cannot draw is sent as it is; the server looks at it in any case.
    return file;
  }
}

async function redrawn(file: File): Promise<Uint8Array> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("no canvas");
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!blob) throw new Error("not drawn");
  return new Uint8Array(await blob.arrayBuffer());
}

const named = (name: string) => `${name.replace(/\.[^.]*$/, "")}.jpg`;
