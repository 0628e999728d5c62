import { KEYS } from '../contracts/key-value.ts';
import type { WriteResult } from '../contracts/salesforce.ts';
import type { Claimed } from '../contracts/store.ts';
import { errorData } from '../log.ts';
import type { Drawn } from './settle/settlement.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether the org takes transcripts. A package older than this connector has no object for them: they wait then, and
 * Tasks go on. Asked once a day, and every hour while something is missing; when it is there, what waited is drawn.
 *
 * @returns `undefined` where nobody has to know, or Salesforce does not say
 */
export async function takesTranscripts(
    context: PipelineContext,
    connection: Connection,
    claimed: readonly Claimed[]
): Promise<boolean | undefined> {
    const { transcriptAccess } = connection.org;
    if (transcriptAccess === undefined || !connection.preferences().callTranscripts) return undefined;
    if (!claimed.some(hasTranscript)) return undefined;
    const { memory } = context.store;
    const known = await memory.get(connection.id, KEYS.transcriptAccess);
    if (known !== undefined && known.value.isStale !== true) {
        const isThere = known.value.missing.length === 0;
        if (known.ageMs < (isThere ? DAY : HOUR)) return isThere;
    }
    try {
        const missing = [...(await transcriptAccess())];
        const since = known?.value.since;
        if (missing.length > 0) {
            const value = { missing, since: since ?? context.now().toISOString() };
            await memory.set(connection.id, KEYS.transcriptAccess, value);
            return false;
        }
        await memory.set(connection.id, KEYS.transcriptAccess, { missing });
        if (since !== undefined) await drawWaiting(context, connection, since);
        return true;
    } catch (error) {
        context.log.warn('transcripts not described', { connection: connection.id, ...errorData(error) });
        return known === undefined ? undefined : known.value.missing.length === 0;
    }
}

/** Calls since then are drawn again: only their transcripts are new. */
async function drawWaiting(context: PipelineContext, connection: Connection, since: string): Promise<void> {
    const sinceDays = Math.ceil((context.now().getTime() - Date.parse(since)) / DAY) + 1;
    const due = await context.store.activities.makeDue(connection.id, { sinceDays }, { force: true });
    context.log.info('transcripts can be written', { connection: connection.id, activities: due });
}

/** What the org said of transcripts is asked again at the next occasion: an admin, or a refusal, says that it changed. */
export async function askAgainForTranscripts(
    { memory }: Pick<PipelineContext['store'], 'memory'>,
    connection: string
): Promise<void> {
    const known = await memory.get(connection, KEYS.transcriptAccess);
    if (known !== undefined) await memory.set(connection, KEYS.transcriptAccess, { ...known.value, isStale: true });
}

/** A transcript whose object or fields are gone says that the org was changed since it was asked. */
export function isTranscriptRefused({ difference }: Drawn, results: readonly WriteResult[]): boolean {
    return difference.writes.some(({ draft }, n) => {
        const result = results[n];
        return draft.object === 'Quo_Transcript__c' && result?.ok === false && SET_UP.has(result.note.code);
    });
}

const SET_UP: ReadonlySet<string> = new Set([
    'SF-OBJECT-MISSING',
    'SF-FIELD-MISSING',
    'SF-FIELD-RIGHT',
    'SF-FORBIDDEN'
]);

function hasTranscript({ facts }: Claimed): boolean {
    return facts.some((fact) => fact.kind === 'transcript' && (fact.dialogue?.length ?? 0) > 0);
}
