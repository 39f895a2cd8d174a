import { connect, type Socket } from 'node:net';
import { CHANGE, changeAt, greeted, retryIn } from '../wire.ts';

/** What one command needs to be followed: when it left, and how often it came down. */
export type Heard = (commandId: string, bytes: number) => void;

/**
 * One follower of a stream on a bare socket: a generator that parsed everything would be busier than the server.
 * The numbers must go up by one; what is skipped counts as lost, what comes again as doubled.
 */
export class Listener {
  lost = 0;
  doubled = 0;
  last = 0;
  /** Milliseconds. */
  retry = 0;
  /** When its connection has gone. */
  readonly gone: Promise<void>;
  #rest = '';
  readonly #socket: Socket;
  readonly #heard: Heard;

  private constructor(socket: Socket, heard: Heard) {
    this.#socket = socket;
    this.#heard = heard;
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static open(port: number, path: string, token: string, heard: Heard): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let head = '';
      socket.setEncoding('latin1');
      socket.once('error', reject);
      socket.once('close', () => reject(new Error(`the stream ${path} closed: ${head.slice(0, 200)}`)));
      socket.write(`GET ${path} HTTP/1.1\r\nhost: bord.example\r\nauthorization: Bearer ${token}\r\n\r\n`);
      const readHead = (text: string) => {
        head += text;
        const seq = greeted(head);
        if (seq === null) return;
        socket.off('data', readHead);
        socket.removeAllListeners('error').removeAllListeners('close');
        resolve(Object.assign(Listener.on(socket, seq, heard), { retry: retryIn(head) }));
      };
      socket.on('data', readHead);
    });
  }

  /** Reads what follows number `last` on a connection that is open. */
  static on(socket: Socket, last: number, heard: Heard): Listener {
    const listener = new Listener(socket, heard);
    listener.last = last;
    socket.on('error', () => {});
    socket.on('data', (text: unknown) => listener.#read(String(text)));
    return listener;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    const all = this.#rest + text;
    let from = 0;
    for (;;) {
      const mark = all.indexOf(CHANGE, from);
      if (mark === -1) break;
      const end = all.indexOf('\n\n', mark + CHANGE.length);
      if (end === -1) break;
      const { seq, commandId } = changeAt(all, mark);
      if (seq <= this.last) this.doubled += 1;
      else {
        this.lost += seq - this.last - 1;
        this.last = seq;
      }
      this.#heard(commandId, end - mark);
      from = end;
    }
    // An unfinished event is kept from its beginning on; of anything else only as much as could begin one.
    const mark = all.indexOf(CHANGE, from);
    this.#rest = mark === -1 ? all.slice(Math.max(from, all.length - 64)) : all.slice(mark);
  }
}
