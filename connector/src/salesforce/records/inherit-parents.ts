import type { WriteItem, WriteResult } from '../../contracts/salesforce.ts';

/** A child whose parent was refused in the same write waits for, or is parked with, its parent. */
export function inheritParents(items: readonly WriteItem[], results: readonly WriteResult[]): readonly WriteResult[] {
    const failed = new Map<string, Extract<WriteResult, { ok: false }>>();
    items.forEach(({ draft }, n) => {
        const result = results[n];
        if (result !== undefined && !result.ok) failed.set(identity(draft.keyField, draft.key), result);
    });
    return results.map((result, n) => {
        if (result.ok || result.note.code !== 'SF-PARENT') return result;
        const parents = Object.values(items[n]?.draft.parents ?? {}).flatMap((parent) => Object.entries(parent));
        const parent = parents.map(([field, key]) => failed.get(identity(field, key))).find((one) => one !== undefined);
        return parent === undefined ? result : { ...result, remedy: parent.remedy };
    });
}

function identity(field: string, key: string): string {
    return `${field} ${key}`;
}
