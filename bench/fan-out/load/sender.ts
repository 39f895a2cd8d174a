import { connect, type Socket } from 'node:net';

/**
 * One person's connection for commands, kept open, and opened anew when the server has let go of it meanwhile.
 * Answers come in the order of the questions.
 */
export class Sender {
  readonly #port: number;
  #socket: Socket | null = null;
  readonly #head: string;
  readonly #waiting: ((body: string) => void)[] = [];
  #rest = '';

  constructor(port: number, path: string, token: string) {
    this.#head = `POST ${path} HTTP/1.1\r\nhost: bord.example\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: `;
    this.#port = port;
  }

  /** `answered` gets the body of the answer. */
  send(body: string, answered: (body: string) => void): void {
    this.#waiting.push(answered);
    this.#socket ??= this.#open();
    this.#socket.write(`${this.#head}${body.length}\r\n\r\n${body}`);
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1').on('data', (text: unknown) => this.#read(String(text)));
    socket.on('error', () => {});
    socket.on('close', () => {
      // What was on its way gets no answer any more.
      this.#waiting.length = 0;
      this.#rest = '';
      this.#socket = null;
    });
    return socket;
  }

  #read(text: string): void {
    this.#rest += text;
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#rest.slice(0, end))?.[1]);
      if (!Number.isFinite(length))
        throw new Error(`an answer without a length: ${this.#rest.slice(0, 300)}`);
      if (this.#rest.length < end + 4 + length) return;
      const body = this.#rest.slice(end + 4, end + 4 + length);
      this.#rest = this.#rest.slice(end + 4 + length);
      this.#waiting.shift()?.(body);
    }
  }
}
