import type { DirectoryChange } from '../../contracts/store.ts';
import { NOTHING } from './changes.ts';
import type { DirectorySchema } from './schema.ts';

type Marks = Readonly<Record<string, string>>;
type OnPage = (change: DirectoryChange) => Promise<void>;

/** Kept among the marks of the objects; no object of an org is called so. */
const WISHED = 'wished columns';
/** Left by an upgrade after which numbers are read otherwise: `people` until everybody was read once more. */
const READ_AGAIN = 'read again';

/**
 * Reads what changed and, where the preferences name a further column (a phone field, a field of the filter) or an upgrade
 * reads numbers otherwise, everybody of that object once more. What was deleted meanwhile is told first: a first reading sees only the living.
 *
 * @param read `readChanges` for these marks
 */
export async function readChangesAgain(
    { wished, people }: DirectorySchema,
    marks: Marks,
    onPage: OnPage,
    read: (marks: Marks, onPage: OnPage) => Promise<void>
): Promise<void> {
    await read(marks, onPage);
    const before = marks[WISHED] ?? '';
    const now = wished.toSorted().join(' ');
    const isAgain = marks[READ_AGAIN] === 'people';
    if (before === now && !isAgain) return;
    const had = new Set(before.split(' '));
    const objects = new Set(
        isAgain
            ? people.map(({ object }): string => object)
            : wished.filter((column) => !had.has(column)).map((column) => column.split('.')[0] ?? '')
    );
    const unread = Object.fromEntries([...objects].flatMap((name) => (marks[name] === undefined ? [] : [[name, '']])));
    await onPage({ ...NOTHING, highWater: { ...unread, [WISHED]: now, ...(isAgain && { [READ_AGAIN]: '' }) } });
    if (Object.keys(unread).length > 0) await read({ ...marks, ...unread }, onPage);
}
