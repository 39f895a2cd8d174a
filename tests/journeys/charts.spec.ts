import type { Page } from '@playwright/test';
import { chartTheme, renderChart } from '../../packages/charts/server/index.ts';
import { states } from '../../packages/charts/showcase/states.ts';
import { expect, test } from './journey.ts';

/** The pictures as the screen has them, and the same ones made by this process for the same room. */
async function compare(page: Page, look: 'light' | 'dark'): Promise<void> {
  const shown = page.locator('figure svg[role=img]');
  await expect(shown).toHaveCount(states.length);
  const there = await shown.evaluateAll((pictures) =>
    pictures.map((picture) => {
      const place = picture.parentElement;
      return {
        markup: picture.outerHTML,
        id: picture.querySelector('title')?.id.replace(/-title$/, '') ?? '',
        width: place?.clientWidth ?? 0,
        height: place?.clientHeight ?? 0,
        em: Number.parseFloat(getComputedStyle(picture).fontSize),
        isName: picture
          .getAttribute('aria-labelledby')
          ?.split(' ')
          .every((id) => document.getElementById(id)),
      };
    }),
  );
  const here = states.map(({ chart, height: fills }, place) => {
    const { width = 0, height = 0, em = 0, id = '' } = there[place] ?? {};
    return renderChart(
      chart('nl'),
      { width, em, theme: chartTheme(look), ...(fills !== undefined && { height }) },
      id,
    );
  });
  // A screen writes quotation marks in its own way: it writes both.
  const written = await page.evaluate(
    (pictures) =>
      pictures.map((picture) => {
        const place = document.createElement('div');
        place.innerHTML = picture;
        return place.innerHTML;
      }),
    here,
  );
  for (const [place, { markup, isName }] of there.entries()) {
    expect(isName).toBe(true);
    expect(markup, `${states[place]?.kind}, ${states[place]?.state.nl}`).toBe(written[place]);
  }
}

test('a screen draws every chart as a server does, in light and in dark, on a laptop and on a phone', async ({
  open,
}) => {
  for (const [device, theme] of [
    ['laptop', 'light'],
    ['phone', 'dark'],
  ] as const) {
    const page = await open(device, { theme });
    await page.goto('/components');
    await compare(page, theme);
  }
});

test('a chart follows its room, the colours of the page, and paper', async ({ open }) => {
  const page = await open('laptop', { theme: 'dark' });
  await page.goto('/components');
  const ink = page.locator('figure svg[role=img]').first().locator('path').first();
  await expect(ink).toHaveAttribute('stroke', chartTheme('dark').ink);
  await page.emulateMedia({ media: 'print' });
  await expect(ink).toHaveAttribute('stroke', chartTheme('print').ink);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  await expect(ink).toHaveAttribute('stroke', chartTheme('light').ink);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(ink).toHaveAttribute('stroke', 'CanvasText');
  await page.emulateMedia({ forcedColors: 'none' });

  const target = page.locator('figure svg[role=img]').first().locator('line[stroke-dasharray]');
  await expect(target).toHaveAttribute('stroke', chartTheme('light', 'teal').accent);
  await page.getByLabel('Kleur van het team').selectOption('plum');
  await expect(target).toHaveAttribute('stroke', chartTheme('light', 'plum').accent);

  const table = page.locator('figure').first();
  await table.getByText('Alle cijfers als tabel').click();
  await expect(table.getByRole('row', { name: /P1/ })).toContainText('6');
});
