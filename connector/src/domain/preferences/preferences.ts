import { CATALOGUE } from './catalogue.ts';
import { defaultsOf, type ValuesOf } from './kinds.ts';

export type { SonaField } from './kinds.ts';

/** What an admin chooses. Every key is optional where it is read; this is the whole, with defaults filled in. */
export type Preferences = ValuesOf<typeof CATALOGUE>;

export const DEFAULT_PREFERENCES = defaultsOf(CATALOGUE) as Preferences;
