import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { Doc, encodeStateVector } from 'yjs';
import { newId } from '#packages/kernel';
import { changeOf } from '../wire.ts';
import type { Heard } from './listener.ts';
import { Listener } from './listener.ts';

/** What Hocuspocus calls its messages, after the name of the document. */
const SYNC = 0;
const SYNC_STEP_1 = 0;
const SYNC_UPDATE = 2;
const AUTH = 2;
const AUTH_TOKEN = 0;
/** A server's word that an edit has been taken: type 8, 1 for yes. */
const TAKEN = '\x08\x01';

type Part = number | string | Uint8Array;

function message(document: string, ...parts: readonly Part[]): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  for (const part of parts) {
    if (typeof part === 'number') writeVarUint(encoder, part);
    else if (typeof part === 'string') writeVarString(encoder, part);
    else writeVarUint8Array(encoder, part);
  }
  return toUint8Array(encoder);
}

/** One binary message of a client (RFC 6455 §5.2): masked, as it must be, by a mask that changes nothing. */
function framed(content: Uint8Array): Buffer {
  const { length } = content;
  const head = length < 126 ? [0x82, 0x80 | length] : [0x82, 0xfe, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), content]);
}

/**
 * Opens a document as one of those who have it open. What comes down is read as a stream is: an edit carries its text as it is, and
 * that text begins as a change of the product does.
 */
export function openDocument(port: number, document: string, heard: Heard): Promise<DocumentLine> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`the document ${document} closed`)));
    socket.write(
      `GET / HTTP/1.1\r\nhost: bord.example\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
    let head = '';
    let isUpgraded = false;
    const readHead = (text: unknown) => {
      head += String(text);
      if (!isUpgraded && head.includes('\r\n\r\n')) {
        isUpgraded = true;
        socket.write(framed(message(document, AUTH, AUTH_TOKEN, 'nobody')));
        socket.write(framed(message(document, SYNC, SYNC_STEP_1, encodeStateVector(new Doc()))));
      }
      if (!head.includes('read-write')) return;
      socket.off('data', readHead);
      socket.removeAllListeners('error').removeAllListeners('close');
      resolve({ socket, listener: Listener.on(socket, 0, heard) });
    };
    socket.on('data', readHead);
  });
}

export type DocumentLine = { readonly socket: Socket; readonly listener: Listener };

/** Whoever of them writes: edits go up on the connection on which the others' come down. */
export class DocumentSender {
  readonly #document: string;
  readonly #socket: Socket;
  readonly #edits = new Doc();
  readonly #waiting: ((answer: string) => void)[] = [];
  #rest = '';

  constructor(document: string, socket: Socket) {
    this.#document = document;
    this.#socket = socket;
    this.#edits.on('update', (update: Uint8Array) => {
      socket.write(framed(message(document, SYNC, SYNC_UPDATE, update)));
    });
    socket.on('data', (text: unknown) => this.#read(String(text)));
  }

  send(body: string, answered: (answer: string) => void): void {
    this.#waiting.push(answered);
    this.#edits.getMap('records').set(newId(), body);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    const mark = `${this.#document}${TAKEN}`;
    const all = this.#rest + text;
    let from = 0;
    for (let at = all.indexOf(mark); at !== -1; at = all.indexOf(mark, from)) {
      from = at + mark.length;
      this.#waiting.shift()?.('"seq":');
    }
    this.#rest = all.slice(Math.max(from, all.length - mark.length + 1));
  }
}

/** The edits of one team, numbered as a stream is. */
export class Edits {
  readonly #bytes: number;
  #seq = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  next(): { id: string; body: string } {
    const id = newId();
    this.#seq += 1;
    return { id, body: changeOf(this.#seq, id, this.#bytes) };
  }
}
