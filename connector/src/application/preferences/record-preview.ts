import { KEYS } from '../../contracts/key-value.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { Match } from '../../domain/people/match.ts';
import type { Draft, DraftObject } from '../../domain/records/draft.ts';
import type { OrgUser } from '../../domain/workspace.ts';
import { wordingOf } from '../../locales/records-wording.ts';
import { formatNumber } from '../../phone/format.ts';
import { preview, type KnownActivity, type Preview } from '../../pipeline/pass/preview.ts';
import type { KnownRecord } from '../../contracts/store.ts';
import type { RecordPreview } from './model.ts';
import type { Connection } from '../../pipeline/pipeline-context.ts';
import type { AppContext } from '../context.ts';

/** Calls to look through for one that these choices log. */
const CANDIDATES = 20;
const REHEARSED_AT_MOST = 200;

/** The newest call that would be logged with these choices, as it would be. */
export async function recordPreview(
    context: AppContext,
    connection: Connection,
    preferences: Preferences
): Promise<RecordPreview | undefined> {
    const recent = await context.store.watch.activities(connection.id, { kind: 'call', limit: CANDIDATES });
    const known = await knownActivities(
        context,
        connection.id,
        recent.map(({ activityKey }) => activityKey)
    );
    const drawn = await preview(context.pipeline, connection, known, preferences);
    const users = await orgUsers(context, connection.id);
    const recordPreviews = recordPreviewsOf(drawn, preferences, users).filter(({ object }) => object === 'Task');
    return recordPreviews.find(({ description }) => description.includes('\n')) ?? recordPreviews[0];
}

/** Everything that a rehearsal would have written, newest first. */
export async function rehearsalReport(
    context: AppContext,
    connection: Connection
): Promise<{ readonly recordPreviews: readonly RecordPreview[]; readonly leads: readonly string[] }> {
    const recent = await context.store.watch.activities(connection.id, { limit: REHEARSED_AT_MOST });
    const known = await knownActivities(
        context,
        connection.id,
        recent.map(({ activityKey }) => activityKey)
    );
    const drawn = await preview(context.pipeline, connection, known);
    return {
        recordPreviews: recordPreviewsOf(drawn, connection.preferences(), await orgUsers(context, connection.id)),
        leads: drawn.leads.map(({ createOnly }) => textOf(createOnly?.['LastName']))
    };
}

export async function knownActivities(
    { store }: AppContext,
    id: string,
    activityKeys: readonly string[]
): Promise<readonly KnownActivity[]> {
    const histories = await Promise.all(activityKeys.map((activityKey) => store.watch.history(id, activityKey)));
    return histories.flatMap((history, n) => {
        const activityKey = activityKeys[n];
        return history === undefined || activityKey === undefined
            ? []
            : [{ activityKey, facts: history.facts, records: history.records }];
    });
}

export async function orgUsers({ store }: AppContext, id: string): Promise<readonly OrgUser[]> {
    return (await store.memory.get(id, KEYS.orgUsers))?.value ?? [];
}

export function recordPreviewsOf(
    { drawn }: Preview,
    preferences: Preferences,
    users: readonly OrgUser[]
): readonly RecordPreview[] {
    return drawn.flatMap(({ plan, match, drafts, difference }) =>
        drafts.map((draft) => {
            const write = difference.writes.find((one) => one.draft === draft);
            const does = write === undefined ? 'nothing' : write.salesforceId === undefined ? 'create' : 'update';
            return {
                activityKey: plan.claimed.activityKey,
                object: draft.object,
                does,
                ...textsOf(draft),
                ...ownerOf(draft, users),
                ...wasOf(draft, plan.claimed.records),
                ...whoOf(match, preferences)
            };
        })
    );
}

/** The field by which people know a record. What was said on a call is read in Salesforce, by whoever may. */
const TITLE: Readonly<Record<DraftObject, string>> = {
    Task: 'Subject',
    Sona_Call__c: 'Title__c',
    Sona_Answer__c: 'Title__c',
    Quo_Transcript__c: 'Name',
    Lead: 'Title__c'
};

function wasOf({ object, key }: Draft, records: readonly KnownRecord[]): { readonly was?: string } {
    const fields = records.find((record) => record.object === object && record.key === key)?.fields;
    const was = textOf(fields?.[TITLE[object]]);
    return was === '' ? {} : { was };
}

function ownerOf({ fields }: Draft, users: readonly OrgUser[]): { readonly owner?: string } {
    const owner = users.find(({ id }) => id === fields['OwnerId'])?.name;
    return owner === undefined ? {} : { owner };
}

function textsOf({ object, fields, key }: Draft): { readonly title: string; readonly description: string } {
    if (object === 'Task') return { title: textOf(fields['Subject']), description: textOf(fields['Description']) };
    return {
        title: textOf(fields[TITLE[object]] ?? fields['Question__c']) || key,
        description: textOf(fields['Summary__c'] ?? fields['Answer__c'])
    };
}

function whoOf(
    match: Match,
    { language, defaultRegion }: Preferences
): { readonly who?: string; readonly why: string } {
    const wording = wordingOf(language);
    const why =
        match.isProvisional === true
            ? wording.provisional(match.whoName)
            : wording.reason(match.reason, (number) => formatNumber(number, defaultRegion));
    return { ...(match.whoName !== undefined && { who: match.whoName }), why };
}

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
