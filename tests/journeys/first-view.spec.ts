import { enterAs } from './entering.ts';
import { expect, test } from './journey.ts';

test('what a board asks first is asked once, beside its scripts', async ({ open }) => {
  const phone = await open('phone');
  await enterAs(phone, 'Sam Visser');
  const title = phone.getByRole('heading', { level: 1, name: 'Bovenbouw' });
  await expect(title).toBeVisible();

  const asked: string[] = [];
  phone.on('request', (request) =>
    asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
  );
  const page = await phone.reload();
  await expect(title).toBeVisible();
  await expect.poll(() => asked.some((address) => address.startsWith('/api/follow'))).toBe(true);

  const link = (await page?.headerValue('link')) ?? '';
  const ahead = [...link.matchAll(/<(\/api\/[^>]+)>/g)].map(([, address]) => address ?? '');
  expect(ahead).toEqual(['/api/me', expect.stringMatching(/^\/api\/snapshot\?of=team:[\w-]{36}$/)]);
  for (const address of ahead) expect(asked.filter((other) => other === address)).toEqual([address]);
});
