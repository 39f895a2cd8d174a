import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Zoeken op dit bord',
  label: 'Wat zoek je?',
  teach: 'Typ een woord uit een doel, een actie, een succes of een naam. Een tikfout mag.',
  nothing: 'Niets gevonden. Probeer een ander woord, of minder woorden.',
  found: (count: number) => (count === 1 ? '1 gevonden' : `${count} gevonden`),
  away: 'Zoeken kan nu niet: er is geen verbinding. Je bord staat er gewoon; open zoeken straks nog eens.',
};

const en = {
  title: 'Search this board',
  label: 'What are you looking for?',
  teach: 'Type a word from a goal, an action, a success or a name. A typing mistake is fine.',
  nothing: 'Nothing found. Try another word, or fewer words.',
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
  away: 'Searching is not possible now: there is no connection. Your board is simply there; open the search again later.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
