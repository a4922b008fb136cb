// @vitest-environment node
import { describe, expect, test } from "vitest";
import { hasLocation } from "./exif";

/** A JPEG's head with one EXIF entry of this tag, in either byte order. */
function head(tag: number, little: boolean, gpsEntries = 1): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(80));
  view.setUint16(0, 0xffd8);
  view.setUint16(2, 0xffe1);
  view.setUint16(4, 60);
  view.setUint32(6, 0x45786966);
  const tiff = 12;
  view.setUint16(tiff, little ? 0x4949 : 0x4d4d);
  view.setUint16(tiff + 2, 42, little);
  view.setUint32(tiff + 4, 8, little);
  view.setUint16(tiff + 8, 1, little);
  view.setUint16(tiff + 10, tag, little);
  view.setUint32(tiff + 18, 30, little);
  view.setUint16(tiff + 30, gpsEntries, little);
  return view.buffer as ArrayBuffer;
}

describe("the place in a photo", () => {
  test.each([true, false])("is seen in either byte order (little-endian %s)", (little) => {
    expect(hasLocation(head(0x8825, little))).toBe(true);
  });

  test("is not there without a GPS entry, or with an empty one", () => {
    expect(hasLocation(head(0x0112, true))).toBe(false);
    expect(hasLocation(head(0x8825, true, 0))).toBe(false);
  });

  test("of a file that is cut short, or is no JPEG, is not there, and nothing is thrown", () => {
    for (let length = 0; length < 80; length += 1) {
      expect([true, false]).toContain(hasLocation(head(0x8825, true).slice(0, length)));
    }
    expect(hasLocation(new TextEncoder().encode("%PDF-1.7 something else").buffer as ArrayBuffer)).toBe(false);
  });
});
