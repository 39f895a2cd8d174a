import type { PlaceAtBoard, RoleToGive, TeamKind } from '#features/people/domain';

/** Invented people of an invented school. First names are the keys by which the stories call them. */
export type DemonstrationTeam = {
  readonly name: string;
  readonly kind: TeamKind;
  readonly accent: 'teal' | 'blue' | 'violet' | 'plum' | 'ochre' | 'moss';
  readonly members: readonly {
    readonly name: string;
    readonly initials: string;
    readonly workDays?: readonly number[];
  }[];
  /** Who comes to its board without being of the team. */
  readonly beside?: readonly {
    readonly name: string;
    readonly initials: string;
    readonly place: PlaceAtBoard;
  }[];
  /** What a preparation team prepares, and how many weeks it still has. */
  readonly prepares?: { readonly theme: string; readonly weeks: number };
};

export type DemonstrationSchool = {
  readonly name: string;
  /** For addresses that can never exist (RFC 2606). */
  readonly domain: string;
  readonly teams: readonly DemonstrationTeam[];
  readonly roles: readonly { readonly name: string; readonly role: RoleToGive; readonly team?: string }[];
  /** The governing body that it lies under, with whoever takes the expert coach's work over in all its schools. */
  readonly body: { readonly name: string; readonly changeCoach: string } | null;
  /** Whether a visitor may come in as its people. The school next door is there to stay closed. */
  readonly isOpen: boolean;
};

export const deLinde: DemonstrationSchool = {
  name: 'Basisschool De Linde',
  domain: 'delinde.example',
  isOpen: true,
  teams: [
    {
      name: 'Bovenbouw',
      kind: 'teachers',
      accent: 'teal',
      members: [
        { name: 'Yasmin Haddad', initials: 'YA' },
        { name: 'Tom de Groot', initials: 'TO' },
        { name: 'Sam Visser', initials: 'SA' },
        { name: 'Lise Bakker', initials: 'LI', workDays: [1, 2, 4, 5] },
        { name: 'Mehmet Kaya', initials: 'ME' },
        { name: 'Joke van Dijk', initials: 'JO' },
        { name: 'Femke Postma', initials: 'FE' },
        { name: 'Noor el Idrissi', initials: 'NO' },
        { name: 'Rachel Samson', initials: 'RA', workDays: [1, 3, 5] },
      ],
      beside: [{ name: 'Marleen Vos', initials: 'MA', place: 'guest' }],
    },
    {
      name: 'Onderbouw',
      kind: 'teachers',
      accent: 'blue',
      members: [
        { name: 'Anneke Smit', initials: 'AN' },
        { name: 'Bram Hoekstra', initials: 'BR' },
        { name: 'Fatima Benali', initials: 'FA' },
        { name: 'Ilse Mulder', initials: 'IL' },
        { name: 'Daan Peters', initials: 'DA', workDays: [2, 3, 4] },
        { name: 'Wil Jacobs', initials: 'WI' },
      ],
    },
    {
      name: 'Kernteam',
      kind: 'lead',
      accent: 'plum',
      members: [
        { name: 'Marleen Vos', initials: 'MA' },
        { name: 'Yasmin Haddad', initials: 'YA' },
        { name: 'Anneke Smit', initials: 'AN' },
        { name: 'Pieter Dekker', initials: 'PI' },
      ],
    },
    {
      name: 'Voorbereiding lezen',
      kind: 'preparation',
      accent: 'moss',
      members: [
        { name: 'Pieter Dekker', initials: 'PI' },
        { name: 'Femke Postma', initials: 'FE' },
        { name: 'Daan Peters', initials: 'DA', workDays: [2, 3, 4] },
      ],
      prepares: { theme: 'Begrijpend lezen', weeks: 6 },
    },
  ],
  roles: [
    { name: 'Marleen Vos', role: 'school-leader' },
    { name: 'Yasmin Haddad', role: 'school-coach', team: 'Bovenbouw' },
    { name: 'Anneke Smit', role: 'school-coach', team: 'Onderbouw' },
    { name: 'Pieter Dekker', role: 'lead-team-member' },
    { name: 'Hanneke de Wit', role: 'care-coordinator' },
    { name: 'Esther Blom', role: 'expert-coach' },
  ],
  body: { name: 'Stichting Onder de Bomen', changeCoach: 'Vincent Maas' },
};

/** Another school on the same server: nobody of De Linde may ever notice it. */
export const deRegenboog: DemonstrationSchool = {
  name: 'Basisschool De Regenboog',
  domain: 'deregenboog.example',
  isOpen: false,
  teams: [
    {
      name: 'Middenbouw',
      kind: 'teachers',
      accent: 'ochre',
      members: [
        { name: 'Karin Scholten', initials: 'KA' },
        { name: 'Omar Aziz', initials: 'OM' },
        { name: 'Petra Willems', initials: 'PE' },
      ],
    },
  ],
  roles: [{ name: 'Karin Scholten', role: 'school-leader' }],
  body: null,
};

export const firstName = (name: string): string => name.split(' ')[0] ?? name;
