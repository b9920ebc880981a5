// @ts-check
// Pictures as files: read, compared, and written as small as they can be without a loss.

import zlib from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** @typedef {{ width: number, height: number, data: Uint8Array }} Picture red, green, blue and opacity of each pixel */

/** Colours that one byte can name. */
const PALETTE = 256;

/** @param {Uint8Array} file @returns {Picture} */
export const read = (file) => PNG.sync.read(Buffer.from(file));

/** In sixteen steps of each colour: then a palette holds them all, and a change that anybody sees is still one. @param {Picture} picture @returns {Picture} */
export const reduced = ({ data, ...size }) => ({ ...size, data: data.map((value) => Math.round(value / 17) * 17) });

/**
 * How two pictures differ.
 *
 * @param {Picture} before
 * @param {Picture} after
 * @param {number} threshold how different two colours are that count as different, from 0 to 1
 * @returns {{ pixels: number, share: number, picture: Picture }} how many pixels differ, which part of all that is, and where
 */
export function differences(before, after, threshold) {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const picture = { width, height, data: new Uint8Array(width * height * 4) };
  const [one, other] = [before, after].map((of) => enlarged(of, width, height));
  if (!one || !other) throw new Error('two pictures are needed');
  const pixels = pixelmatch(one, other, picture.data, width, height, { threshold, includeAA: true });
  return { pixels, share: pixels / (width * height), picture };
}

/** On a larger ground, which is of a colour that no surface has. @param {Picture} picture @param {number} width @param {number} height */
function enlarged({ data, ...size }, width, height) {
  const out = new Uint8Array(width * height * 4);
  for (let at = 0; at < out.length; at += 4) out.set([255, 0, 255, 255], at);
  for (let row = 0; row < size.height; row += 1) out.set(data.subarray(row * size.width * 4, (row + 1) * size.width * 4), row * width * 4);
  return out;
}

/** @param {Picture} picture @returns {Uint8Array} a PNG file: with a palette where that holds every colour */
export function write(picture) {
  return indexed(picture) ?? truecolour(picture);
}

/** @param {Picture} picture */
function truecolour({ width, height, data }) {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/** @param {Picture} picture @returns {Uint8Array | null} null when there are too many colours */
function indexed({ width, height, data }) {
  /** @type {Map<number, number>} */
  const palette = new Map();
  const rows = Buffer.alloc((width + 1) * height); // each begins with the number of its filter: none
  for (let at = 0; at < width * height; at += 1) {
    const colour = ((data[at * 4] ?? 0) << 16) | ((data[at * 4 + 1] ?? 0) << 8) | (data[at * 4 + 2] ?? 0);
    const index = palette.get(colour) ?? palette.size;
    if (index === PALETTE) return null;
    palette.set(colour, index);
    rows[at + Math.floor(at / width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from([...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The checksum that the format asks for. @param {Buffer} bytes */
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
