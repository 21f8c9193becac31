/** What a camera writes into a picture: kept only where it is asked for, since it says where somebody stood. */

const START = 0xffd8;
const APP1 = 0xffe1;
const SCAN = 0xffda;
const NAME = "Exif\0\0";
const ORIENTATION = 0x0112;
const UPRIGHT = 1;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The segment with the camera's notes, its marker and length included; null where a picture has none. */
export function notesOf(picture: Uint8Array): Uint8Array | null {
  const view = viewOf(picture);
  if (picture.length < 4 || view.getUint16(0) !== START) return null;
  let at = 2;
  while (at + 4 <= picture.length) {
    const marker = view.getUint16(at);
    if (marker === SCAN || marker < 0xff00) return null;
    const end = at + 2 + view.getUint16(at + 2);
    const name = String.fromCharCode(...picture.subarray(at + 4, at + 10));
    if (marker === APP1 && name === NAME && end <= picture.length) return picture.slice(at, end);
    at = end;
  }
  return null;
}

/** The same notes for a picture that was drawn anew: it stands upright by now. */
export function uprighted(notes: Uint8Array): Uint8Array {
  const made = notes.slice();
  const view = viewOf(made);
  const begin = 10;
  if (made.length < begin + 8) return made;
  const little = view.getUint16(begin) === 0x4949;
  const first = begin + view.getUint32(begin + 4, little);
  if (first + 2 > made.length) return made;
  for (let row = 0; row < view.getUint16(first, little); row += 1) {
    const at = first + 2 + row * 12;
    if (at + 12 > made.length) break;
    if (view.getUint16(at, little) === ORIENTATION) view.setUint16(at + 8, UPRIGHT, little);
  }
  return made;
}

/** A picture with these notes in front of all else. */
export function withNotes(picture: Uint8Array, notes: Uint8Array): Uint8Array {
  const made = new Uint8Array(picture.length + notes.length);
  made.set(picture.subarray(0, 2));
  made.set(notes, 2);
  made.set(picture.subarray(2), 2 + notes.length);
  return made;
}
