import { type AnyEndpoint, type Asked, addressOf, type FileAnswer } from '../index.ts';
import { askFile } from './ask.ts';

/**
 * Asks for a file and hands it to the browser to keep. Not a link to its address: a refusal would then be kept as a file, or
 * shown as a page.
 */
export async function keep<E extends AnyEndpoint & { readonly answer: FileAnswer }>(
  endpoint: E,
  asked: Asked<E>,
): Promise<void> {
  const address = asked as { readonly params?: object; readonly query?: object };
  const { name, content } = await askFile(addressOf(endpoint, address));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun by then; some read the content only after the tap is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
