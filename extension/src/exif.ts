// Does a photo carry the place where it was taken? Reads the GPS entry of a JPEG's EXIF block, from its first bytes, on this
// computer. It tells whether there is one, never where. Total: anything it cannot read has no place. Called by photos.ts.

/** EXIF stands in the first segment of a JPEG, which is at most 64 kB long. */
export const HEAD_BYTES = 128 * 1024;
const GPS_TAG = 0x8825;
const EXIF = 0x45786966;
const MOST_ENTRIES = 500;

export function hasLocation(head: ArrayBuffer): boolean {
  try {
    const view = new DataView(head);
    const tiff = tiffStart(view);
    return tiff !== null && hasGps(view, tiff);
  } catch {
    return false; // cut short or broken: the DataView refuses to read past its end
  }
}

/** Where the TIFF block of the EXIF segment begins, or null. */
function tiffStart(view: DataView): number | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return null; // the picture itself begins
    if (marker === 0xe1 && view.getUint32(at + 4) === EXIF) return at + 10;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The first directory of a TIFF block points to the GPS one, if there is one; an empty one says nothing. */
function hasGps(view: DataView, tiff: number): boolean {
  const little = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, little);
  const entries = Math.min(view.getUint16(first, little), MOST_ENTRIES);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (view.getUint16(at, little) !== GPS_TAG) continue;
    return view.getUint16(tiff + view.getUint32(at + 8, little), little) > 0;
  }
  return false;
}
