import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const COLOURS = 256;

/** The same picture in 256 colours: a page has few, and its letters do not need all shades between them. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await readPixels(page, png);
  const seen = new Map<number, number>();
  for (const colour of pixels) seen.set(colour, (seen.get(colour) ?? 0) + 1);
  const palette = mostTelling(seen);
  const places = new Map([...seen.keys()].map((colour) => [colour, nearest(palette, colour)]));

  const rows = Buffer.alloc(height * (width + 1));
  for (const [index, colour] of pixels.entries())
    rows[index + Math.floor(index / width) + 1] = places.get(colour) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits to a pixel, by palette (PNG specification, 11.2.2).
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...channels(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The browser can read a PNG; each pixel comes back as one number, 0xRRGGBB. */
async function readPixels(
  page: Page,
  png: Buffer,
): Promise<{ width: number; height: number; pixels: Uint32Array }> {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas in this browser');
    context.drawImage(image, 0, 0);
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < rgba.length; at += 0x8000)
      text += String.fromCharCode(...rgba.subarray(at, at + 0x8000));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, png.toString('base64'));
  const rgba = Buffer.from(data, 'base64');
  const pixels = Uint32Array.from(
    { length: width * height },
    (_, index) => rgba.readUInt32BE(index * 4) >>> 8,
  );
  return { width, height, pixels };
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** The most frequent colour out of each group of colours that are nearly alike, for the largest groups. */
function mostTelling(seen: ReadonlyMap<number, number>): number[] {
  const groups = new Map<number, { colour: number; most: number; total: number }>();
  for (const [colour, count] of seen) {
    const key = channels(colour).reduce((sum, channel) => sum * 32 + (channel >> 3), 0);
    const group = groups.get(key) ?? { colour, most: 0, total: 0 };
    group.total += count;
    if (count > group.most) Object.assign(group, { colour, most: count });
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.total - a.total)
    .slice(0, COLOURS)
    .map(({ colour }) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of palette.entries()) {
    const [r, g, b] = channels(candidate);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
