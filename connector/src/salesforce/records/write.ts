import { OrgUnavailable, type WriteItem, type WriteResult } from '../../contracts/salesforce.ts';
import { isSetUpFault } from '../rest/failures.ts';
import { isOurs, type NameInOrg } from '../namespace.ts';
import type { Session } from '../rest/session.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { batches, requests, type Batch } from './batches.ts';
import { renamedKeyIds } from './rename-key.ts';
import { isAutomationLimit, type CollectionSizes } from './collection-sizes.ts';
import { inheritParents } from './inherit-parents.ts';
import { classifyResult, classifyRefusal, hasOwnerOfItsOwn, type Verdict } from './classify-result.ts';
import { namedByConversion } from './lead-converted.ts';
import { namedByDuplicateRule } from './lead-duplicates.ts';
import { asNew, cameBackIncomplete, takeBack } from './restore-deleted.ts';
import type { RefusedOwners } from './refused-owners.ts';
import { ownerOf, withoutOwner, writePlan, type PlannedWrite } from './write-plan.ts';
import { send, type SendOptions, type Sent } from './send.ts';

/** Requests beyond the first round that one write may spend on finding out which record is refused. */
const MOST_EXTRA_REQUESTS = 20;
const GIVEN_UP: WriteResult = {
    ok: false,
    remedy: 'retry',
    note: { code: 'SF-RECORD-TROUBLE', seen: 'refused together with other records' },
    statusCode: 'REFUSED_TOGETHER'
};

export interface WriteOptions extends SendOptions {
    /** Whether a Task of this org can be about several contacts; asked only when one is. */
    readonly sharesActivities: () => Promise<boolean>;
    /** What the org's automation was found to take, kept from one write to the next. */
    readonly sizes: CollectionSizes;
    /** Users who were found to own no transcripts, kept likewise. */
    readonly owners: RefusedOwners;
}

/**
 * Writes records, each once, whatever was known of them.
 *
 * @returns one result per item, in the order given
 * @throws {OrgUnavailable} also when every single record is refused because the org is not set up
 */
export async function write(
    session: Session,
    items: readonly WriteItem[],
    name: NameInOrg,
    options: WriteOptions
): Promise<readonly WriteResult[]> {
    const former = await renamedKeyIds(session, items, name);
    const isGroup = items.some(({ draft }) => draft.alsoWhoIds !== undefined);
    const sharesActivities = isGroup && (await options.sharesActivities());
    const results = new Map<number, WriteResult>();
    const planned = items
        .map((item, index) => writePlan(item, index, former, sharesActivities))
        .map((one) => (hasOwnerOfItsOwn(one) && options.owners.has(ownerOf(one)) ? withoutOwner(one) : one));
    await sendAll(session, planned, name, options, results);
    const incomplete = planned.filter((one) => cameBackIncomplete(one, results.get(one.index)));
    if (incomplete.length > 0 && (await takeBack(session, incomplete, results)))
        await sendAll(session, incomplete.map(asNew), name, options, results);
    const whole = items.map((_, index) => results.get(index) ?? GIVEN_UP);
    const byRule = await namedByDuplicateRule(session, items, whole, name, options);
    const named = await namedByConversion(session, items, byRule, name);
    refuseWhenNotSetUp(named.filter((_, n) => items[n]?.draft.object !== 'Quo_Transcript__c'));
    return inheritParents(items, named);
}

/** Sends, and sends again what can be cured by another way of sending, until each has a result. */
async function sendAll(
    session: Session,
    planned: readonly PlannedWrite[],
    name: NameInOrg,
    options: WriteOptions,
    results: Map<number, WriteResult>
): Promise<void> {
    let pending: readonly PlannedWrite[] = planned.map((one) => ({
        ...one,
        atMost: options.sizes.mostBeside(one.item.draft)
    }));
    let extra = 0;
    for (let round = 0; pending.length > 0; round += 1) {
        const again: PlannedWrite[] = [];
        for (const group of requests(batches(pending, name, (object) => options.sizes.mostOf(object)))) {
            if (round > 0) extra += 1;
            const isOver = extra > MOST_EXTRA_REQUESTS;
            const verdicts: readonly Verdict[] = isOver
                ? group.flatMap((batch) => batch.planned.map((one) => ({ planned: one, result: GIVEN_UP })))
                : (await sendOnce(session, group, name, options)).flatMap((sent) =>
                      verdictsOf(sent, name, options.sizes)
                  );
            for (const verdict of verdicts)
                if ('result' in verdict) results.set(verdict.planned.index, verdict.result);
                else {
                    if (verdict.again.withoutOwner !== verdict.planned.withoutOwner)
                        options.owners.add(ownerOf(verdict.planned));
                    again.push(verdict.again);
                }
        }
        pending = again;
    }
}

/** A request that Salesforce could not get through with may be too much for it: next time it is a smaller one. */
async function sendOnce(
    session: Session,
    group: readonly Batch[],
    name: NameInOrg,
    options: WriteOptions
): Promise<readonly Sent[]> {
    try {
        return await send(session, group, name, options);
    } catch (error) {
        if (error instanceof OrgUnavailable && isOfTheRequest(error.note))
            for (const { planned } of group) options.sizes.refusedTogether(planned.map(({ item }) => item.draft));
        throw error;
    }
}

/** Not an outage, which meets every request alike: an error while saving, or a time limit. */
function isOfTheRequest({ code, seen = '' }: ErrorNote): boolean {
    return code === 'SF-TIMEOUT' || seen.startsWith('UNKNOWN_EXCEPTION') || seen.startsWith('LIMIT_EXCEEDED');
}

function verdictsOf(sent: Sent, name: NameInOrg, sizes: CollectionSizes): readonly Verdict[] {
    const { object, planned } = sent.batch;
    const errors = 'refused' in sent ? sent.refused.errors : sent.saved.flatMap((one) => (one.ok ? [] : one.errors));
    if (!errors.some(isAutomationLimit)) sizes.went(object, planned.length);
    else if (planned.length > 1) sizes.tooMany(object, planned.length);
    if ('refused' in sent) {
        sizes.refusedTogether(planned.map(({ item }) => item.draft));
        return classifyRefusal(sent.batch, sent.refused, name);
    }
    for (const [n, { item }] of planned.entries()) if (sent.saved[n]?.ok === true) sizes.written(item.draft);
    return planned.flatMap((one, n) => {
        const saved = sent.saved[n];
        return saved === undefined ? [] : [classifyResult(one, saved, name, planned.length)];
    });
}

/**
 * A missing package refuses everything: better one pause with one reason than every activity parked. Transcripts, which
 * an older package lacks, hold up nothing else.
 */
function refuseWhenNotSetUp(results: readonly WriteResult[]): void {
    const [first] = results;
    if (first === undefined || first.ok || !results.every((result) => isSetUpFault(result) && !isOwnMapping(result)))
        return;
    throw new OrgUnavailable('forbidden', first.note);
}

/** A field that the admin mapped answers to: its absence concerns those records alone. */
function isOwnMapping(result: WriteResult): boolean {
    if (result.ok) return false;
    const seen = result.note.seen ?? '';
    const column = /column '(\w+)'/.exec(seen)?.[1];
    const custom = column === undefined ? (seen.match(/\b\w+__c\b/g) ?? []) : [column];
    return custom.length > 0 && !custom.some((field) => isOurs(field) || isOurs(field.replace(/^[A-Za-z]\w*?__/, '')));
}
