import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A school's proxy as they exist: it wants to see an answer whole before it lets anything of it through. */
export async function proxyThatHoldsStreamsBack(to: string): Promise<{ address: string; close: () => void }> {
  const target = new URL(to);
  const server: Server = createServer((asked, answer) => {
    const onward = request(
      {
        host: target.hostname,
        port: target.port,
        method: asked.method,
        path: asked.url,
        headers: asked.headers,
      },
      (got) => {
        if (got.headers['content-type']?.startsWith('text/event-stream')) {
          // An event stream has no end: whoever waits for it waits for ever.
          got.resume();
          return;
        }
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
