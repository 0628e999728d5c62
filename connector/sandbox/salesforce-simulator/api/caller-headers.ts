import type { Caller } from '../org-state.ts';

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** What a request's headers say about how its records are saved. */
export function savingBy(
    headers: Headers,
    path: string,
    query: URLSearchParams
): Pick<Caller, 'duplicateRule' | 'autoAssign'> {
    const duplicates = headers['sforce-duplicate-rule-header'] ?? '';
    return {
        duplicateRule: {
            allowSave: /allowSave\s*=\s*true/i.test(duplicates),
            includeRecordDetails: /includeRecordDetails\s*=\s*true/i.test(duplicates)
        },
        autoAssign: assignsByRule(headers, path, query)
    };
}

/** The REST API runs assignment rules unless it is told not to, the UI API only when it is told to. */
function assignsByRule(headers: Headers, path: string, query: URLSearchParams): boolean {
    if (path.toLowerCase().startsWith('/ui-api/')) return query.get('useDefaultRule') === 'true';
    return !/^\s*false\s*$/i.test(headers['sforce-auto-assign'] ?? '');
}
