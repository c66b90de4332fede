import { folded } from './folded.js';

/** As many letters as a name may have. */
export const LONGEST = 100;

/** As it is kept: nothing around it, and one space between two words. */
export const tidy = (name) => name.replace(/\p{White_Space}+/gu, ' ').trim();

/** Two names that are one to a reader are one to the server, too. */
export const fold = (name) => folded(tidy(name));
