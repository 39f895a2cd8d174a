/** What this device made last: the moment, and its place among those of the same millisecond. */
let lastMoment = -1;
let place = 0;

/**
 * Ids are UUID version 7 (RFC 9562 §5.7): made on any device, unique without asking, sorted by moment of making. Those that
 * one device makes in the same millisecond follow each other too (§6.2, method 1: a counter of twelve bits).
 */
export function newId(now: number = Date.now()): string {
  place = now === lastMoment ? place + 1 : 0;
  lastMoment = now;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  // More than 4,096 in one millisecond: the ids count on in the next.
  const moment = now + Math.floor(place / 4096);
  view.setUint16(0, Math.floor(moment / 2 ** 32));
  view.setUint32(2, moment % 2 ** 32);
  view.setUint16(6, 0x7000 | (place % 4096));
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
