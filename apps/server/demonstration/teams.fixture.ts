/** The teams of the open school, in both languages. */
export const upper = { nl: 'Bovenbouw', en: 'Upper years' };
export const lower = { nl: 'Onderbouw', en: 'Lower years' };
export const lead = { nl: 'Kernteam', en: 'Lead team' };
export const reading = { nl: 'Voorbereiding lezen', en: 'Reading preparation' };
