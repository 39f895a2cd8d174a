import type { Tile } from './tile-map.ts';

/** The twelve provinces as twelve equal tiles: everybody counts as much, and each has its own neighbours beside it. */
export const provinces: readonly Tile[] = [
  { id: 'PV21', name: 'Friesland', short: 'FR', column: 2, row: 0 },
  { id: 'PV20', name: 'Groningen', short: 'GR', column: 3, row: 0 },
  { id: 'PV27', name: 'Noord-Holland', short: 'NH', column: 0, row: 1 },
  { id: 'PV24', name: 'Flevoland', short: 'FL', column: 1, row: 1 },
  { id: 'PV23', name: 'Overijssel', short: 'OV', column: 2, row: 1 },
  { id: 'PV22', name: 'Drenthe', short: 'DR', column: 3, row: 1 },
  { id: 'PV28', name: 'Zuid-Holland', short: 'ZH', column: 0, row: 2 },
  { id: 'PV26', name: 'Utrecht', short: 'UT', column: 1, row: 2 },
  { id: 'PV25', name: 'Gelderland', short: 'GE', column: 2, row: 2 },
  { id: 'PV29', name: 'Zeeland', short: 'ZE', column: 0, row: 3 },
  { id: 'PV30', name: 'Noord-Brabant', short: 'NB', column: 1, row: 3 },
  { id: 'PV31', name: 'Limburg', short: 'LI', column: 2, row: 3 },
];
