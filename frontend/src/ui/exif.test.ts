import { expect, test } from "vitest";
import { notesOf, uprighted, withNotes } from "./exif";

/** A camera's notes: one row that says how the picture is turned, in the order of bytes given. */
function notes(little: boolean): Uint8Array {
  const made = new Uint8Array(4 + 6 + 8 + 2 + 12 + 4);
  const view = new DataView(made.buffer);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, made.length - 2);
  made.set([0x45, 0x78, 0x69, 0x66, 0, 0], 4);
  view.setUint16(10, little ? 0x4949 : 0x4d4d);
  view.setUint16(12, 42, little);
  view.setUint32(14, 8, little);
  view.setUint16(18, 1, little);
  view.setUint16(20, 0x0112, little);
  view.setUint16(22, 3, little);
  view.setUint32(24, 1, little);
  view.setUint16(28, 6, little);
  return made;
}

const START = [0xff, 0xd8];
const OTHER = [0xff, 0xe0, 0, 4, 1, 2];
const REST = [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9];

test("a camera's notes are found behind whatever else stands before them", () => {
  const own = notes(true);
  expect(notesOf(new Uint8Array([...START, ...OTHER, ...own, ...REST]))).toEqual(own);
  expect(notesOf(new Uint8Array([...START, ...OTHER, ...REST]))).toBeNull();
  expect(notesOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
  expect(notesOf(new Uint8Array(0))).toBeNull();
});

test("a picture that was drawn anew stands upright, whatever order the camera writes bytes in", () => {
  for (const little of [true, false]) {
    const made = uprighted(notes(little));
    expect(new DataView(made.buffer).getUint16(28, little)).toBe(1);
    expect(notes(little)[28] === made[28] && notes(little)[29] === made[29]).toBe(false);
  }
});

test("notes stand first in a picture, and are found there again", () => {
  const own = notes(false);
  const made = withNotes(new Uint8Array([...START, ...REST]), own);
  expect([...made.subarray(0, 2)]).toEqual(START);
  expect(notesOf(made)).toEqual(own);
  expect([...made.subarray(-REST.length)]).toEqual(REST);
});
