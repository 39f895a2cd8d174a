import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '#packages/i18n/react';
import { ComponentsPage } from './ComponentsPage.tsx';
import { texts } from './texts.ts';

// Everything that a component of the showcase uses from the design system passes through here and is remembered.
const { seen, watched } = vi.hoisted(() => {
  const seen = new Set<string>();
  const watched = async (original: () => Promise<Record<string, unknown>>) => {
    const all = Object.entries(await original()).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value];
      const watch = (...given: unknown[]): unknown => {
        seen.add(name);
        return Reflect.apply(value, undefined, given);
      };
      return [name, watch];
    });
    return Object.fromEntries(all);
  };
  return { seen, watched };
});
vi.mock('../index.ts', watched);
vi.mock('../days/index.ts', watched);

const isComponent = (name: string, value: unknown) => typeof value === 'function' && /^[A-Z]/.test(name);

describe('the page with all components', () => {
  for (const language of ['nl', 'en'] as const)
    it(`shows every component that packages/ui exports (${language})`, async () => {
      seen.clear();
      vi.stubGlobal('localStorage', { getItem: () => language });
      renderToStaticMarkup(
        <LanguageProvider>
          <ComponentsPage language={language} />
        </LanguageProvider>,
      );
      vi.unstubAllGlobals();
      const exported = Object.entries({
        ...(await import('../index.ts')),
        ...(await import('../days/index.ts')),
      })
        .filter(([name, value]) => isComponent(name, value))
        .map(([name]) => name);
      expect(exported.length).toBeGreaterThan(30);
      // A closed dialog draws nothing, but it is called: opening it is a tap away.
      expect(exported.filter((name) => !seen.has(name))).toEqual([]);
    });

  it('repeats in English only the words that both languages share', () => {
    const leaves = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves);
    const dutch = leaves(texts.nl);
    const english = leaves(texts.en);
    const same = dutch.filter((text, index) => text === english[index]);
    expect(same).toEqual(['Laptop', '2026-12-19', '2027-01-03', 'Check-in', 'Lise']);
  });
});
