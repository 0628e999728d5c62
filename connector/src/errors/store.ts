import type { CatalogueEntry } from './entry.ts';

export const STORE_ERRORS = {} as const satisfies Record<string, CatalogueEntry>;
