import type { CatalogueEntry } from './entry.ts';

export const WEBHOOK_ERRORS = {} as const satisfies Record<string, CatalogueEntry>;
