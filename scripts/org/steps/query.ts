import type { Sf } from '../sf.ts';

/** A row that a query found. */
export type Row = Readonly<Record<string, unknown>>;

/** Text as it stands in a query. */
export function literal(text: string): string {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The rows that a query finds. @throws {Error} when the org refuses it: nothing found would look the same */
export async function queried(sf: Sf, org: string, soql: string): Promise<readonly Row[]> {
    const { status, result, message } = await sf(['data', 'query', '--query', soql, '--target-org', org]);
    if (status !== 0) throw new Error(message);
    return (result as { records?: readonly Row[] } | undefined)?.records ?? [];
}
