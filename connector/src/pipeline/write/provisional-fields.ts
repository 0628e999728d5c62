import type { Draft } from '../../domain/records/draft.ts';
import type { KnownRecord } from '../../contracts/store.ts';

/** Under this name it is kept, with the fields last written, which of them may be given up again. */
export const PROVISIONAL = 'provisional';

/** Whom and what a Task is about, as far as it was not so before the people of Salesforce were being read. */
export function provisionalFields(
    { isProvisional, fields }: Draft,
    known: KnownRecord | undefined
): Readonly<Record<string, readonly string[]>> {
    if (isProvisional !== true) return {};
    const before = known?.fields?.[PROVISIONAL];
    const wasProvisional = (name: string): boolean => Array.isArray(before) && before.includes(name);
    const names = ['WhoId', 'WhatId'].filter((name) => known?.fields?.[name] !== fields[name] || wasProvisional(name));
    return names.length === 0 ? {} : { [PROVISIONAL]: names };
}
