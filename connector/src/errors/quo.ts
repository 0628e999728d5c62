import type { CatalogueEntry } from './entry.ts';

export const QUO_ERRORS = {} as const satisfies Record<string, CatalogueEntry>;
