import type { CatalogueEntry } from './entry.ts';

export const SALESFORCE_ERRORS = {} as const satisfies Record<string, CatalogueEntry>;
