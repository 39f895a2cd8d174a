import type { Language, Warning } from '../result.ts';
import { type Design, type Effect, effectsOf } from './effects.ts';
import type { SumsOfSquares } from './hypotheses.ts';
import type { Correction, Epsilon, Mauchly } from './sphericity.ts';

export function aboutSphericity(
  mauchly: Mauchly | null,
  { hf }: Epsilon,
  correction: Correction,
  levels: number,
): Warning[] {
  if (levels === 2) return [];
  const warnings: Warning[] = [];
  if (mauchly === null) {
    warnings.push({
      code: 'sphericity-undefined',
      text: {
        nl: 'Er zijn te weinig gevallen voor zoveel metingen om te toetsen of de verschillen even sterk spreiden (sfericiteit). De gecorrigeerde p-waarde is hier onzeker.',
        en: 'There are too few cases for so many measurements to test whether differences spread equally (sphericity). The corrected p-value is uncertain here.',
      },
    });
  } else if (mauchly.p < 0.05) {
    warnings.push({
      code: 'sphericity',
      text:
        correction === 'none'
          ? {
              nl: 'De verschillen tussen metingen spreiden niet even sterk (sfericiteit), en er is niet voor gecorrigeerd: p is te klein. Kies Greenhouse–Geisser.',
              en: 'Differences between measurements do not spread equally (sphericity), and nothing corrects for it: p is too small. Choose Greenhouse–Geisser.',
            }
          : {
              nl: 'De verschillen tussen metingen spreiden niet even sterk (sfericiteit); de vrijheidsgraden zijn daarvoor gecorrigeerd.',
              en: 'Differences between measurements do not spread equally (sphericity); the degrees of freedom are corrected for it.',
            },
    });
  }
  if (hf !== null && hf > 1) {
    warnings.push({
      code: 'hf-above-one',
      text: {
        nl: 'De epsilon van Huynh–Feldt komt boven 1 uit; voor de vrijheidsgraden telt die als 1.',
        en: 'Huynh–Feldt’s epsilon comes out above 1; for the degrees of freedom it counts as 1.',
      },
    });
  }
  return warnings;
}

/** With very unequal groups, "each group counts" and "each case counts" are different questions. */
export function aboutTypes(design: Design, effects: readonly Effect[], type: SumsOfSquares): Warning[] {
  const counts = design.cells.cells.map(({ rows }) => rows.length);
  if (Math.max(...counts) <= 10 * Math.min(...counts)) return [];
  const other = type === 'III' ? 'II' : 'III';
  const others = effectsOf(design, other);
  const apart = effects.flatMap((effect, i) => (disagree(effect, others[i]) ? [{ effect, i }] : []));
  if (apart.length === 0) return [];
  const list = (language: Language): string =>
    apart
      .map(
        ({ effect, i }) =>
          `${effect.term} (F ${brief(effect.F, language)} / ${brief(others[i].F, language)})`,
      )
      .join(', ');
  return [
    {
      code: 'types-differ',
      text: {
        nl: `De groepen verschillen sterk in grootte, en type ${type} en type ${other} geven iets anders: ${list('nl')}. Type III laat elke groep even zwaar tellen, type II elk geval.`,
        en: `The groups differ much in size, and type ${type} and type ${other} disagree: ${list('en')}. Type III lets every group count equally, type II every case.`,
      },
    },
  ];
}

function disagree(a: Effect, b: Effect): boolean {
  const [low, high] = a.F < b.F ? [a, b] : [b, a];
  return high.p < 0.05 && (low.p >= 0.05 || high.F > 2 * low.F);
}

/** Not by `say`: making its formatter takes as long as the whole analysis. */
function brief(F: number, language: Language): string {
  return language === 'nl' ? F.toFixed(2).replace('.', ',') : F.toFixed(2);
}
