import { createHash } from 'node:crypto';
import type { Row } from '../rest/query.ts';

/** Rows that the last refresh told and the next one sees again, because refreshes overlap. */
export interface Overlap {
    rows: ReadonlySet<string>;
    marks: Readonly<Record<string, string>>;
}

export function newOverlap(): Overlap {
    return { rows: new Set(), marks: {} };
}

/**
 * Leaves out rows that were told before and did not change since. Only where the store still holds the mark that was
 * told with them: a store that went back in time is told again.
 */
export function rememberOverlap(
    overlap: Overlap,
    highWater: Readonly<Record<string, string>>
): {
    unseen(object: string, rows: readonly Row[]): readonly Row[];
    told(object: string, rows: readonly Row[], mark: string | undefined): void;
    finish(): void;
} {
    const { rows: before, marks } = overlap;
    const now = new Set<string>();
    const newMarks: Record<string, string> = {};
    return {
        unseen: (object, rows) => {
            const isTrusted = marks[object] !== undefined && marks[object] === highWater[object];
            return isTrusted ? rows.filter((row) => !before.has(identity(row))) : rows;
        },
        told: (object, rows, mark) => {
            for (const row of rows) now.add(identity(row));
            newMarks[object] =
                [mark, newMarks[object], highWater[object]]
                    .filter((one) => one !== undefined)
                    .sort()
                    .at(-1) ?? '';
        },
        finish: () => {
            overlap.rows = now;
            overlap.marks = newMarks;
        }
    };
}

/** By everything that was told of it: SystemModstamp counts whole seconds, and two changes can share one. */
function identity(row: Row): string {
    return createHash('sha256').update(JSON.stringify(row)).digest('base64');
}
