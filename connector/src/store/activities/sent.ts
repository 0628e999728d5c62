import type { Held, NotedRecord } from '../../contracts/store.ts';

type Claim = Pick<Held, 'activityKey'> & { readonly claim?: number | undefined };

/**
 * What this process is sending, until it is settled: whoever was overtaken meanwhile, or could not reach the database, knows
 * from it what it may have put into which records.
 */
export interface Sent {
    keep(connection: string, held: readonly Held[], records: readonly NotedRecord[]): void;
    of(connection: string, held: readonly Claim[]): readonly NotedRecord[];
    forget(connection: string, held: readonly Claim[]): void;
    /** Of these nobody works any more, and nothing could be put back. */
    abandon(connection: string, held: readonly Claim[]): void;
    abandoned(connection: string): readonly Required<Claim>[];
}

export function sentWrites(): Sent {
    const kept = new Map<
        string,
        { readonly held: Held; readonly records: readonly NotedRecord[]; isAbandoned: boolean }
    >();
    const nameOf = (connection: string, { activityKey, claim }: Claim): string =>
        JSON.stringify([connection, activityKey, claim]);
    return {
        keep(connection, held, records) {
            const byActivity = Map.groupBy(records, ({ activityKey }) => activityKey);
            for (const one of held) {
                const mine = byActivity.get(one.activityKey);
                if (mine !== undefined)
                    kept.set(nameOf(connection, one), { held: one, records: mine, isAbandoned: false });
            }
        },
        of: (connection, held) => held.flatMap((one) => kept.get(nameOf(connection, one))?.records ?? []),
        forget(connection, held) {
            for (const one of held) kept.delete(nameOf(connection, one));
        },
        abandon(connection, held) {
            for (const one of held) {
                const found = kept.get(nameOf(connection, one));
                if (found !== undefined) found.isAbandoned = true;
            }
        },
        abandoned: (connection) =>
            [...kept].flatMap(([name, { held, isAbandoned }]) =>
                isAbandoned && nameOf(connection, held) === name ? held : []
            )
    };
}
