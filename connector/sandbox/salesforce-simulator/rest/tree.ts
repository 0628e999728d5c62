import { inTransaction } from '../automation/transaction.ts';
import { badRequest, OrgError } from '../org-error.ts';
import { idOf } from '../records/row.ts';
import { createRecord } from '../rules/save.ts';
import type { SObject } from '../schema/types.ts';
import { collectionError } from './run-collection.ts';
import { objectOf, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { objectAt } from '../api/lookup.ts';
import { filledList, requireKeys } from '../api/request-shape.ts';

const RECORDS = 200;
const LEVELS = 5;
const TYPES = 5;

type TreeRecord = Readonly<Record<string, unknown>>;
type Failure = { referenceId: string; errors: unknown[] };

class TreeFailed extends Error {
    readonly failures: readonly Failure[];
    constructor(failures: readonly Failure[]) {
        super('the tree was refused');
        this.failures = failures;
    }
}

/** `POST /composite/tree/Account`: records with their children, all of them or none. */
export const createTree: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const body = objectOf(exchange);
    requireKeys(body, ['records']);
    const records = filledList(body.records, 'records');
    checkSize(org, object, records);
    const results: { referenceId: string; id: string }[] = [];
    const failures: Failure[] = [];
    try {
        const addAll = (): void => {
            for (const record of records) add(org, exchange, object, record, {}, results, failures);
            if (failures.length > 0) throw new TreeFailed(failures);
        };
        org.state.tables.journal.atomically(() => inTransaction(org.state, addAll));
    } catch (error) {
        if (!(error instanceof TreeFailed)) throw error;
        return { status: 400, body: { hasErrors: true, results: error.failures } };
    }
    return { status: 201, body: { hasErrors: false, results } };
};

function referenceOf(record: TreeRecord): string {
    const reference = (record.attributes as { referenceId?: unknown } | undefined)?.referenceId;
    if (typeof reference !== 'string')
        throw badRequest('INVALID_INPUT', 'Include a referenceId attribute in every record.');
    return reference;
}

/** @throws {OrgError} INVALID_INPUT when a record does not say that it is of the object of its place */
function checkType(of: SObject, record: TreeRecord): void {
    const type = (record.attributes as { type?: unknown } | undefined)?.type;
    if (typeof type !== 'string' || type.toLowerCase() !== of.name.toLowerCase())
        throw badRequest('INVALID_INPUT', `Include the type attribute ${of.name} in every record of its list.`);
}

function isTree(value: unknown): value is { readonly records: readonly TreeRecord[] } {
    return value !== null && typeof value === 'object' && Array.isArray((value as { records?: unknown }).records);
}

function checkSize(org: Org, object: SObject, records: readonly TreeRecord[]): void {
    const references = new Set<string>();
    const types = new Set<string>();
    const walk = (of: SObject, list: readonly TreeRecord[], level: number): void => {
        if (level > LEVELS) throw badRequest('INVALID_INPUT', `A tree can have at most ${LEVELS} levels.`);
        types.add(of.name);
        for (const record of list) {
            const reference = referenceOf(record);
            checkType(of, record);
            if (references.has(reference))
                throw badRequest('INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${reference}`);
            references.add(reference);
            for (const [name, value] of Object.entries(record)) {
                const child = isTree(value) ? org.state.schema.childRelationship(of, name) : undefined;
                if (isTree(value) && child) walk(child.child, value.records, level + 1);
            }
        }
    };
    walk(object, records, 1);
    if (references.size > RECORDS) throw badRequest('INVALID_INPUT', `A tree can have at most ${RECORDS} records.`);
    if (types.size > TYPES) throw badRequest('INVALID_INPUT', `A tree can have at most ${TYPES} types.`);
}

function add(
    org: Org,
    exchange: Exchange,
    object: SObject,
    record: TreeRecord,
    link: TreeRecord,
    results: { referenceId: string; id: string }[],
    failures: Failure[]
): void {
    const referenceId = referenceOf(record);
    const children = Object.entries(record).filter(([, value]) => isTree(value));
    const fields = Object.fromEntries(
        Object.entries(record).filter(([name, value]) => name !== 'attributes' && !isTree(value))
    );
    let id: string;
    try {
        id = idOf(createRecord(org.state, exchange.caller, object, { ...fields, ...link }));
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        failures.push({ referenceId, errors: [collectionError(error)] });
        return;
    }
    results.push({ referenceId, id });
    for (const [name, value] of children) {
        const child = org.state.schema.childRelationship(object, name);
        if (!child || !isTree(value))
            throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
        for (const item of value.records)
            add(org, exchange, child.child, item, { [child.field.name]: id }, results, failures);
    }
}
