import type { ChangedTask } from '../../src/contracts/salesforce.ts';
import type { Bench } from './pipeline-harness.ts';

/** What a person changes on a Task of ours in Salesforce; told as the next refresh reads it. */
export async function changeByHand(
    it: Bench,
    key: string,
    change: Readonly<Record<string, unknown>>
): Promise<ChangedTask> {
    const task = Object.assign(it.org.records.get(`Task/${key}`) ?? {}, change);
    const [written] = await it.context.store.activities.tasksByKey('default', [key]);
    const text = (name: string): string | undefined => (typeof task[name] === 'string' ? task[name] : undefined);
    return {
        id: written?.salesforceId ?? '',
        key,
        whoId: text('WhoId'),
        whatId: text('WhatId'),
        ownerId: text('OwnerId'),
        match: text('Quo_Match__c'),
        modifiedById: '005Z',
        modifiedAt: '2026-11-20T18:00:00.000Z',
        isDeleted: false
    };
}

/** What a person did to a Sona record or an answer: deleted it, or took it out of the recycle bin again. */
export async function binned(
    it: Bench,
    object: 'Sona_Call__c' | 'Sona_Answer__c' | 'Quo_Transcript__c',
    key: string,
    isDeleted: boolean
): Promise<ChangedTask> {
    const [written] = await it.context.store.activities.tasksByKey('default', [key]);
    const modifiedAt = '2026-11-20T18:00:00.000Z';
    return { object, id: written?.salesforceId ?? '', key, modifiedById: '005Z', modifiedAt, isDeleted };
}
