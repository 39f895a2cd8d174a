import type { PlaceAtBoard, RoleToGive, Team, TeamKind } from '#features/people/domain';
import type { Said } from '#packages/feature';
import type { Cast as AnyCast } from '#packages/feature/story';
import type { Language } from '#packages/i18n';

/**
 * Invented people of invented schools. Keys are what the stories call them by; the open school is played twice, in Dutch, and in
 * English for whoever reads no Dutch.
 */
export type DemonstrationSchool<Of extends AnyCast = AnyCast> = {
  readonly name: string;
  readonly language: Language;
  /** For addresses that can never exist (RFC 2606). */
  readonly domain: string;
  /** By their keys. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly workDays?: readonly number[] }>>;
  readonly teams: readonly DemonstrationTeam<Of>[];
  readonly roles: readonly {
    readonly person: Of['person'];
    readonly role: RoleToGive;
    readonly over?: Of['board'];
  }[];
  /** The governing body that it lies under, with whoever takes the expert coach's work over in all its schools. */
  readonly body: { readonly name: string; readonly changeCoach: Of['person'] } | null;
  /** Whether a visitor may come in as its people. */
  readonly isOpen: boolean;
};

export type DemonstrationTeam<Of extends AnyCast = AnyCast> = {
  readonly board: Of['board'];
  readonly name: string;
  readonly kind: TeamKind;
  readonly accent: Team['accent'];
  readonly members: readonly Of['person'][];
  /** Who comes to its board without being of the team. */
  readonly beside?: { readonly person: Of['person']; readonly place: PlaceAtBoard };
  /** What a preparation team prepares, and how many weeks it still has. */
  readonly prepares?: { readonly theme: string; readonly weeks: number };
  /** Its organisational board. */
  readonly secondBoard?: Of['board'];
};

const people = {
  yasmin: { nl: 'Yasmin Haddad', en: 'Yasmin Chowdhury' },
  tom: { nl: 'Tom de Groot', en: 'Tom Fletcher' },
  sam: { nl: 'Sam Visser', en: 'Sam Whitaker' },
  lise: { nl: 'Lise Bakker', en: 'Lisa Barker', workDays: [1, 2, 4, 5] },
  mehmet: { nl: 'Mehmet Kaya', en: 'Marcus Bailey' },
  joke: { nl: 'Joke van Dijk', en: 'Joanne Price' },
  femke: { nl: 'Femke Postma', en: 'Fiona Hughes' },
  noor: { nl: 'Noor el Idrissi', en: 'Nora Rahman' },
  rachel: { nl: 'Rachel Samson', en: 'Rachel Simmons', workDays: [1, 3, 5] },
  anneke: { nl: 'Anneke Smit', en: 'Annie Foster' },
  bram: { nl: 'Bram Hoekstra', en: 'Ben Hartley' },
  fatima: { nl: 'Fatima Benali', en: 'Fatima Malik' },
  ilse: { nl: 'Ilse Mulder', en: 'Elsie Morgan' },
  daan: { nl: 'Daan Peters', en: 'Dan Pearce', workDays: [2, 3, 4] },
  wil: { nl: 'Wil Jacobs', en: 'Will Jennings' },
  marleen: { nl: 'Marleen Vos', en: 'Marian Cole' },
  pieter: { nl: 'Pieter Dekker', en: 'Peter Dawson' },
  hanneke: { nl: 'Hanneke de Wit', en: 'Hannah Reid' },
  esther: { nl: 'Esther Blom', en: 'Esther Grant' },
  vincent: { nl: 'Vincent Maas', en: 'Vincent Ellis' },
} satisfies Record<string, Said & { readonly workDays?: readonly number[] }>;

/** Who and where the stories of the open school may name. */
export type Cast = {
  readonly person: keyof typeof people;
  /** 'school' is what hangs on all of them. */
  readonly board: 'school' | 'upper' | 'upperDayToDay' | 'lower' | 'lead' | 'reading';
};

/** When its teams stand at their boards: agreed as their rhythm, and held there. */
export const startsAt = { upper: '15:45', lower: '12:30', lead: '16:15' } as const;

/** The open school, as it is played in a language. */
export function deLinde(language: Language): DemonstrationSchool<Cast> {
  const say = (said: Said) => said[language];
  return {
    name: say({ nl: 'Basisschool De Linde', en: 'Linden Primary School' }),
    language,
    domain: say({ nl: 'delinde.example', en: 'lindenprimary.example' }),
    isOpen: true,
    people: Object.fromEntries(
      Object.entries(people).map(([key, somebody]) => [key, { ...somebody, name: say(somebody) }]),
    ),
    teams: [
      {
        board: 'upper',
        name: say({ nl: 'Bovenbouw', en: 'Upper years' }),
        kind: 'teachers',
        accent: 'teal',
        members: ['yasmin', 'tom', 'sam', 'lise', 'mehmet', 'joke', 'femke', 'noor', 'rachel'],
        beside: { person: 'marleen', place: 'guest' },
        secondBoard: 'upperDayToDay',
      },
      {
        board: 'lower',
        name: say({ nl: 'Onderbouw', en: 'Lower years' }),
        kind: 'teachers',
        accent: 'blue',
        members: ['anneke', 'bram', 'fatima', 'ilse', 'daan', 'wil'],
      },
      {
        board: 'lead',
        name: say({ nl: 'Kernteam', en: 'Lead team' }),
        kind: 'lead',
        accent: 'plum',
        members: ['marleen', 'yasmin', 'anneke', 'pieter'],
      },
      {
        board: 'reading',
        name: say({ nl: 'Voorbereiding lezen', en: 'Reading preparation' }),
        kind: 'preparation',
        accent: 'moss',
        members: ['pieter', 'femke', 'daan'],
        prepares: { theme: say({ nl: 'Begrijpend lezen', en: 'Reading comprehension' }), weeks: 6 },
      },
    ],
    roles: [
      { person: 'marleen', role: 'school-leader' },
      { person: 'yasmin', role: 'school-coach', over: 'upper' },
      { person: 'anneke', role: 'school-coach', over: 'lower' },
      { person: 'pieter', role: 'lead-team-member' },
      { person: 'hanneke', role: 'care-coordinator' },
      { person: 'esther', role: 'expert-coach' },
    ],
    body: {
      name: say({ nl: 'Stichting Onder de Bomen', en: 'Under the Trees Trust' }),
      changeCoach: 'vincent',
    },
  };
}

/** Another school on the same server: nobody of the open ones may ever notice it. */
export const deRegenboog: DemonstrationSchool = {
  name: 'Basisschool De Regenboog',
  language: 'nl',
  domain: 'deregenboog.example',
  isOpen: false,
  people: {
    karin: { name: 'Karin Scholten' },
    omar: { name: 'Omar Aziz' },
    petra: { name: 'Petra Willems' },
  },
  teams: [
    {
      board: 'middle',
      name: 'Middenbouw',
      kind: 'teachers',
      accent: 'ochre',
      members: ['karin', 'omar', 'petra'],
    },
  ],
  roles: [{ person: 'karin', role: 'school-leader' }],
  body: null,
};
