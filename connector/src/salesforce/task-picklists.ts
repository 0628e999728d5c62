import { z } from 'zod';
import type { TaskPicklists, TaskValues } from '../domain/workspace.ts';
import { compositeReads, partBody, type Part } from './rest/composite.ts';
import { QueryPage, type Row } from './rest/query.ts';
import { Refusal } from './rest/refusal.ts';
import type { Session } from './rest/session.ts';
import { queryPath } from './rest/soql.ts';
import { readAnswer } from './rest/unreadable.ts';

/** What a standard org calls them; an org that still has the value means it. */
const USUAL_CLOSED = 'Completed';
const USUAL_PRIORITY = 'Normal';

const Described = z.object({
    recordTypeInfos: z
        .array(
            z.object({
                recordTypeId: z.string(),
                available: z.boolean().default(false),
                defaultRecordTypeMapping: z.boolean().default(false),
                master: z.boolean().default(false)
            })
        )
        .default([])
});

const OfRecordType = z.object({
    picklistFieldValues: z.record(
        z.string(),
        z.object({
            defaultValue: z.object({ value: z.string() }).nullish(),
            values: z.array(z.object({ value: z.string() }))
        })
    )
});
type Listed = z.infer<typeof OfRecordType>['picklistFieldValues'][string];

/**
 * How the org names a task that is done, and its ordinary priority: in general, that is with the record type which the
 * integration user's tasks have by default, and with the record types that an admin chose. Salesforce refuses a status
 * that is not among a record type's. One API call, and one for each record type.
 *
 * @param chosen ids of record types; those that the user does not have are left out
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readTaskPicklists(session: Session, chosen: readonly string[] = []): Promise<TaskPicklists> {
    const [statuses, priorities, task] = await compositeReads(session, [
        queryPath(
            session.root,
            'SELECT Id, ApiName, IsClosed, IsDefault, SortOrder FROM TaskStatus ORDER BY SortOrder'
        ),
        queryPath(session.root, 'SELECT Id, ApiName, IsDefault, SortOrder FROM TaskPriority ORDER BY SortOrder'),
        `${session.root}/sobjects/Task/describe`
    ]);
    const org = { statuses: rowsOf(statuses), priorities: rowsOf(priorities) };
    const types = recordTypesOf(task);
    const byDefault = types.find(({ defaultRecordTypeMapping, master }) => defaultRecordTypeMapping && !master);
    const wanted = types.filter((type) => type.available && (type === byDefault || chosen.includes(type.recordTypeId)));
    const recordTypes: Record<string, TaskValues> = {};
    for (const { recordTypeId } of wanted) {
        const values = await valuesOfType(session, recordTypeId, org);
        if (values !== undefined) recordTypes[recordTypeId] = values;
    }
    const general = recordTypes[byDefault?.recordTypeId ?? ''] ?? valuesOfOrg(org);
    return { ...general, ...(Object.keys(recordTypes).length > 0 && { recordTypes }) };
}

interface OrgRows {
    readonly statuses: readonly Row[];
    readonly priorities: readonly Row[];
}

function rowsOf(part: Part | undefined): readonly Row[] {
    return part === undefined ? [] : readAnswer(QueryPage, partBody(part)).records;
}

function recordTypesOf(part: Part | undefined): z.infer<typeof Described>['recordTypeInfos'] {
    const described = Described.safeParse(part?.body);
    return described.success ? described.data.recordTypeInfos : [];
}

function valuesOfOrg({ statuses, priorities }: OrgRows): TaskValues {
    const usual = priorities.find((row) => nameOf(row) === USUAL_PRIORITY);
    const priority = nameOf(priorities.find(({ IsDefault }) => IsDefault === true) ?? usual ?? priorities[0]);
    return valuesFrom(
        statuses.flatMap((row) => nameOf(row) ?? []),
        statuses,
        priority
    );
}

/** A user interface API that the org closed says nothing of its record types: what holds in general is tried then. */
async function valuesOfType(session: Session, id: string, org: OrgRows): Promise<TaskValues | undefined> {
    const path = `${session.root}/ui-api/object-info/Task/picklist-values/${id}`;
    try {
        const { picklistFieldValues } = readAnswer(OfRecordType, await session.request({ method: 'GET', path }));
        const { Status, Priority } = picklistFieldValues;
        const general = valuesOfOrg(org);
        return {
            ...valuesFrom(Status?.values.map(({ value }) => value) ?? general.statuses, org.statuses, general.priority),
            ...(Priority !== undefined && { priority: priorityAmong(Priority, general.priority) })
        };
    } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
    }
}

function priorityAmong({ defaultValue, values }: Listed, general: string): string {
    const names = values.map(({ value }) => value);
    return defaultValue?.value ?? [general, USUAL_PRIORITY].find((one) => names.includes(one)) ?? names[0] ?? general;
}

function valuesFrom(names: readonly string[], statuses: readonly Row[], priority = USUAL_PRIORITY): TaskValues {
    const isClosed = (name: string): boolean => statuses.some((row) => nameOf(row) === name && row.IsClosed === true);
    const closed = names.filter(isClosed);
    const closedStatus = closed.find((name) => name === USUAL_CLOSED) ?? closed[0];
    return { statuses: names, priority, ...(closedStatus !== undefined && { closedStatus }) };
}

function nameOf(row: Row | undefined): string | undefined {
    return typeof row?.ApiName === 'string' ? row.ApiName : undefined;
}
