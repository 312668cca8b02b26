import { EVERYWHERE, type Mess } from '../mess.ts';

/** Editions that do not belong together, or not to their year. The choice is made with the truth; here is its name. */

export const mixedEditions: Mess = {
  name: 'mixed-editions',
  readable: true,
  formats: EVERYWHERE,
  holds: ['edition'],
  edition: 'mixed',
};

export const lateEdition: Mess = {
  name: 'late-edition',
  readable: true,
  formats: EVERYWHERE,
  holds: ['edition'],
  edition: 'late',
};
