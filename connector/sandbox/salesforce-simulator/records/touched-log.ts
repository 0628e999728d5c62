import type { Row } from './row.ts';

/** Rows in the order of their last change, so that "changed since" is a search and not a scan. */
export interface TouchedLog {
    touch(row: Row): void;
    /** Live and deleted rows whose SystemModstamp is at or after `from`, oldest change first. */
    since(from: number): Row[];
}

interface Entry {
    readonly at: number;
    readonly row: Row;
}

/**
 * @param size how many rows the table holds: entries that a later change outdated are dropped beyond twice that
 * @param holds whether the table still holds the row: one whose insertion was taken back must not come up
 */
export function createTouchedLog(size: () => number, holds: (row: Row) => boolean): TouchedLog {
    let entries: Entry[] = [];
    let sorted = true;

    const isCurrent = ({ at, row }: Entry): boolean => row.SystemModstamp === at && holds(row);
    const tidy = (): void => {
        if (!sorted) entries.sort((a, b) => a.at - b.at);
        sorted = true;
    };
    const compact = (): void => {
        const seen = new Set<Row>();
        entries = entries.filter((entry) => isCurrent(entry) && !seen.has(entry.row) && seen.add(entry.row));
    };

    return {
        touch: (row) => {
            const at = row.SystemModstamp as number;
            if (entries.length > 0 && (entries.at(-1) as Entry).at > at) sorted = false;
            entries.push({ at, row });
            if (entries.length > 1_000 && entries.length > 2 * size()) compact();
        },
        since: (from) => {
            tidy();
            let low = 0;
            let high = entries.length;
            while (low < high) {
                const middle = (low + high) >> 1;
                if ((entries[middle] as Entry).at < from) low = middle + 1;
                else high = middle;
            }
            return [
                ...new Set(
                    entries
                        .slice(low)
                        .filter(isCurrent)
                        .map((entry) => entry.row)
                )
            ];
        }
    };
}
