import type { DirectoryChange } from '../../contracts/store.ts';
import { NOTHING } from './changes.ts';
import type { DirectorySchema } from './schema.ts';

type Marks = Readonly<Record<string, string>>;
type OnPage = (change: DirectoryChange) => Promise<void>;

/** Kept among the marks of the objects; no object of an org is called so. */
const WISHED = 'wished columns';

/**
 * Reads what changed and, where the preferences name a further column (a phone field, a field of the filter), everybody
 * of that object once more. What was deleted meanwhile is told first: a first reading sees only the living.
 *
 * @param read `readChanges` for these marks
 */
export async function readChangesAgain(
    { wished }: DirectorySchema,
    marks: Marks,
    onPage: OnPage,
    read: (marks: Marks, onPage: OnPage) => Promise<void>
): Promise<void> {
    await read(marks, onPage);
    const before = marks[WISHED] ?? '';
    const now = wished.toSorted().join(' ');
    if (before === now) return;
    const had = new Set(before.split(' '));
    const objects = new Set(wished.filter((column) => !had.has(column)).map((column) => column.split('.')[0] ?? ''));
    const unread = Object.fromEntries([...objects].flatMap((name) => (marks[name] === undefined ? [] : [[name, '']])));
    await onPage({ ...NOTHING, highWater: { ...unread, [WISHED]: now } });
    if (Object.keys(unread).length > 0) await read({ ...marks, ...unread }, onPage);
}
