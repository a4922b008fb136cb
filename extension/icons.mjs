// Draws the toolbar icon: a speech bubble with a second outline behind it. Called by build.mjs; gives PNG bytes.
// Drawn by signed distance at four samples an axis, so that it is crisp at 16 px without a picture in the repository.
import { crc32, deflateSync } from "node:zlib";

const SAMPLES = 4;
const INK = [31, 95, 191];

/** Signed distance from a point to a rounded rectangle, in units of the icon's side. */
function roundedBox(x, y, [left, top, right, bottom], radius) {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** The bubble with its tail at the lower left. */
function bubble(x, y, shift) {
  const body = roundedBox(x - shift, y + shift, [0.06, 0.24, 0.76, 0.76], 0.16);
  const inTail = x - shift > 0.16 && x - shift < 0.4 && y + shift > 0.7 && y + shift - 0.7 < (0.4 - (x - shift)) * 1.0;
  return inTail ? Math.min(body, -0.001) : body;
}

function coverage(x, y) {
  const front = bubble(x, y, 0);
  if (front <= 0) return 1;
  if (front < 0.055) return 0; // a gap keeps the two apart
  const behind = bubble(x, y, 0.17);
  return behind <= 0 && behind > -0.075 ? 1 : 0;
}

function alphaAt(column, row, size) {
  let inside = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    inside += coverage(x, y);
  }
  return Math.round((255 * inside) / (SAMPLES * SAMPLES));
}

function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), bytes]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(bytes.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A square RGBA PNG of `size` pixels. */
export function icon(size) {
  const rows = Buffer.alloc((size * 4 + 1) * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      rows.set([...INK, alphaAt(column, row, size)], row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
