import type { Catalogue, Messages } from '#packages/i18n';

type Course = {
  first: string;
  begun: string;
  last: string;
  slot: string;
  target: string | null;
  toGo: string | null;
};

const nl = {
  target: (value: string) => `norm ${value}`,
  none: (target: string | null) =>
    target === null ? 'Er is nog niets gemeten.' : `Er is nog niets gemeten; de norm is ${target}.`,
  baseline: (value: string, target: string | null) =>
    target === null ? `De nulmeting is ${value}.` : `De nulmeting is ${value}; de norm is ${target}.`,
  one: (value: string, slot: string, target: string | null) =>
    target === null
      ? `In ${slot} is het een ${value}.`
      : `In ${slot} is het een ${value}; de norm is ${target}.`,
  course: ({ first, begun, last, slot, target, toGo }: Course) => {
    const way =
      first === last
        ? `In ${slot} is het ${last}, net als in ${begun}`
        : `Van ${first} naar ${last} in ${slot}`;
    if (target === null) return `${way}.`;
    return toGo === null
      ? `${way}: de norm van ${target} is gehaald.`
      : `${way}; nog ${toGo} tot de norm van ${target}.`;
  },
  when: 'Periode',
  value: 'Cijfer',
  happened: 'Wat er gebeurde',
  notMeasured: 'niet gemeten',
  kinds: { action: 'actie klaar', visit: 'lesbezoek' },
};

const en = {
  target: (value) => `target ${value}`,
  none: (target) =>
    target === null ? 'Nothing measured yet.' : `Nothing measured yet; the target is ${target}.`,
  baseline: (value, target) =>
    target === null ? `The baseline is ${value}.` : `The baseline is ${value}; the target is ${target}.`,
  one: (value, slot, target) =>
    target === null ? `In ${slot} it is ${value}.` : `In ${slot} it is ${value}; the target is ${target}.`,
  course: ({ first, begun, last, slot, target, toGo }) => {
    const way =
      first === last ? `In ${slot} it is ${last}, as in ${begun}` : `From ${first} to ${last} in ${slot}`;
    if (target === null) return `${way}.`;
    return toGo === null
      ? `${way}: the target of ${target} is reached.`
      : `${way}; ${toGo} to go to the target of ${target}.`;
  },
  when: 'Period',
  value: 'Mark',
  happened: 'What happened',
  notMeasured: 'not measured',
  kinds: { action: 'action done', visit: 'lesson visit' },
} satisfies Messages<typeof nl>;

export const runWords: Catalogue<typeof nl> = { nl, en };
