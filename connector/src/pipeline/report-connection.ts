import { KEYS } from '../contracts/key-value.ts';
import type { ConnectionReport } from '../contracts/salesforce.ts';
import { CONNECTION } from '../domain/records/names.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A record that changed is saved again, with whatever the org does then: no more often than this. */
const CHANGED_EVERY = 15 * MINUTE;
/** With nothing to say, that the connector is there. */
const ALIVE_EVERY = HOUR;
/** An older package has no such object, and is asked again once a day. */
const REFUSED_EVERY = 24 * HOUR;

export interface DueReport {
    readonly report: ConnectionReport;
    /** Notes what came of it; nothing where the org said nothing. */
    keep(this: void): Promise<void>;
}

/**
 * What the set-up page in the org shows of this connector, when it is time to say it. It travels with the request that
 * reads changes, so that it costs no API call.
 *
 * @returns `undefined` where nothing is due, or nothing may be written
 */
export async function reportDue(context: PipelineContext, connection: Connection): Promise<DueReport | undefined> {
    const { consoleUrl, isRehearsing } = connection;
    if (consoleUrl === undefined || isRehearsing === true) return undefined;
    const { memory } = context.store;
    const now = context.now();
    const known = (await memory.get(connection.id, KEYS.connectionReport))?.value;
    const agoMs = known === undefined ? Infinity : Math.abs(now.getTime() - Date.parse(known.at));
    if (known?.isRefused === true && agoMs < REFUSED_EVERY) return undefined;
    const state = await stateOf(context, connection, consoleUrl());
    const said = context.hash(JSON.stringify(state));
    const step = stepOf(state);
    const waitMs = known?.step !== step ? 0 : known.said !== said ? CHANGED_EVERY : ALIVE_EVERY;
    if (agoMs < waitMs) return undefined;
    // Made of the first address, and kept: a connector that moves goes on with its record.
    const key = known?.key ?? context.hash(`${connection.id} ${consoleUrl()}`).slice(0, 32);
    let isTaken: boolean | undefined;
    const report: ConnectionReport = {
        key,
        fields: {
            ...state,
            [CONNECTION.reportedAt]: now.toISOString(),
            [CONNECTION.nextReportBy]: new Date(now.getTime() + silenceMs(connection)).toISOString()
        },
        onAnswer: (answer) => (isTaken = answer)
    };
    return { report, keep };

    async function keep(): Promise<void> {
        if (isTaken === undefined) return;
        const value = { key, said, step, at: now.toISOString(), ...(!isTaken && { isRefused: true }) };
        await memory.set(connection.id, KEYS.connectionReport, value);
        if (!isTaken) context.log.info('the org keeps no record of the connector', { connection: connection.id });
    }
}

/** How far the set-up is: an admin who follows it waits for the next step to show. */
function stepOf(state: Readonly<Record<string, string | number | null>>): string {
    const { [CONNECTION.lastWrittenAt]: written, [CONNECTION.checksFailed]: failed } = state;
    return JSON.stringify([state[CONNECTION.consoleUrl], written !== null, failed]);
}

/** Two reports may fail before the connector counts as silent; it reports no more often than it reads changes. */
function silenceMs(connection: Connection): number {
    return 3 * Math.max(ALIVE_EVERY, connection.preferences().directoryRefreshSeconds * SECOND);
}

/** What is worth a report when it changes. */
async function stateOf(
    { store }: PipelineContext,
    { id }: Connection,
    consoleUrl: string
): Promise<Readonly<Record<string, string | number | null>>> {
    const [counts, inboxes, checks] = await Promise.all([
        store.activities.counts(id),
        store.memory.get(id, KEYS.inboxes),
        store.memory.get(id, KEYS.checks)
    ]);
    const checked = (wanted: 'failed' | 'warning'): number | null =>
        checks === undefined ? null : checks.value.filter(({ state }) => state === wanted).length;
    return {
        [CONNECTION.consoleUrl]: consoleUrl,
        [CONNECTION.lastWrittenAt]: counts.lastWrittenAt ?? null,
        [CONNECTION.waiting]: counts.due + counts.waiting,
        [CONNECTION.parked]: counts.parked,
        [CONNECTION.inboxes]: inboxes?.value.length ?? null,
        [CONNECTION.checksFailed]: checked('failed'),
        [CONNECTION.checksWarned]: checked('warning')
    };
}
