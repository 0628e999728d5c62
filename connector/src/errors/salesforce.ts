import type { CatalogueEntry } from './entry.ts';
import { REACH_ERRORS } from './salesforce/reach.ts';
import { RECORD_ERRORS } from './salesforce/records.ts';
import { SET_UP_ERRORS } from './salesforce/set-up.ts';
import { SIGN_IN_ERRORS } from './salesforce/sign-in.ts';

export const SALESFORCE_ERRORS = {
    ...REACH_ERRORS,
    ...SIGN_IN_ERRORS,
    ...RECORD_ERRORS,
    ...SET_UP_ERRORS
} as const satisfies Record<string, CatalogueEntry>;
