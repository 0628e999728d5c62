import type { Filters, PersonChoice } from 'c/quoFilterState';
import type { Row } from 'c/quoTimelineRows';

/** A row of the list, open or closed. */
export interface Item {
    readonly id: string;
    readonly startedAt?: string;
    readonly row: Row;
    readonly open: boolean;
}

/** A conversation goes both ways: it passes a direction when one of its messages goes that way. */
export function passesDirection(row: Row, { direction }: Filters): boolean {
    if (direction === 'all' || row.kind === 'call' || row.messages.length === 0) return true;
    return row.messages.some(({ outgoing }) => outgoing === (direction === 'outgoing'));
}

/** Everybody on either end of the rows, and whoever was known before, by name. */
export function peopleOf(rows: readonly Row[], before: readonly PersonChoice[]): readonly PersonChoice[] {
    const known = new Map(before.map((person) => [person.id, person]));
    for (const { who, owner } of rows) {
        if (who?.id) known.set(who.id, { role: 'who', ...who });
        if (owner?.id) known.set(owner.id, { role: 'owner', ...owner });
    }
    return [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
}
