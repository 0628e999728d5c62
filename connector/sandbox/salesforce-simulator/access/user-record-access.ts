import type { ConditionWithValueQuery, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { LEVEL, recordLevel, type Level } from './record-level.ts';
import { sharingModelOf } from './sharing-models.ts';
import { canSee } from './sharing.ts';
import { accessOfUser } from './user-access.ts';
import { viewerOf, type Viewer } from './viewer.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { normalizeId } from '../records/ids.ts';
import { isDeleted, type Row } from '../records/row.ts';
import { malformed, noSuchColumn } from '../soql/errors.ts';
import { toExpression } from '../soql/expression.ts';
import type { Part } from '../soql/paths.ts';
import { attributesOf, type Json } from '../soql/render.ts';
import type { Scope } from '../soql/scope.ts';

/** The object whose rows are worked out: what a user may do with a record. */
export const USER_RECORD_ACCESS = 'UserRecordAccess';

/** Records of one question. */
const RECORDS = 200;
const FLAG = /^Has(?:Read|Edit|Delete|Transfer|All)Access$/;

/**
 * The rows that a query of UserRecordAccess finds (Object Reference, UserRecordAccess, "Usage").
 *
 * @throws {OrgError} MALFORMED_QUERY for anything but one user, up to 200 records and what may stand beside them
 */
export function userRecordAccessRows({ state, caller }: Scope, query: Query): Row[] {
    const asked = readConditions(query.where);
    const selected = (query.fields ?? []).map((field) => (field.type === 'Field' ? field.field : ''));
    const allowed = asked.flag ? /^RecordId$/ : /^(?:RecordId|MaxAccessLevel|Has\w+Access)$/;
    if (!selected.includes('RecordId') || selected.some((name) => !allowed.test(name)) || query.groupBy !== undefined)
        throw malformed('Can select only RecordId, a Has*Access field, and MaxAccessLevel');
    const viewer = asked.userId === undefined ? undefined : viewerOfUser(state, caller, asked.userId);
    return asked.recordIds.flatMap((id) => {
        const row = state.tables.byId(state.schema, id);
        if (!viewer || !row || isDeleted(row) || !canSee(state, caller, row)) return [];
        const rights = rightsOn(state, viewer, row);
        const isWanted = asked.flag === undefined || rights[asked.flag.name] === asked.flag.value;
        return isWanted ? [{ Id: id, UserId: viewer.userId, RecordId: id, ...rights }] : [];
    });
}

/** `UserRecordAccess.HasEditAccess` beside the fields of a record: what the caller may do with it. */
export function userRecordAccessPart(scope: Scope, paths: readonly (readonly string[])[]): Part {
    const object = scope.state.schema.object(USER_RECORD_ACCESS);
    const fields = paths.map(([name = '', ...rest]) => {
        const field = object && scope.state.schema.field(object, name);
        if (!field || rest.length > 0 || !(FLAG.test(field.name) || field.name === 'MaxAccessLevel'))
            throw noSuchColumn(scope.text, name, USER_RECORD_ACCESS);
        return field.name;
    });
    return (row, record) => {
        const rights = rightsOn(scope.state, viewerOf(scope.state, scope.caller), row);
        const shown: Json = object ? { attributes: attributesOf(object, row, scope.base) } : {};
        for (const name of fields) shown[name] = rights[name];
        record[USER_RECORD_ACCESS] = shown;
    };
}

interface Asked {
    readonly userId: string | undefined;
    readonly recordIds: readonly string[];
    readonly flag?: { readonly name: string; readonly value: boolean };
}

function readConditions(where: WhereClause | undefined): Asked {
    const tree = where && toExpression<ConditionWithValueQuery>(where);
    const parts = tree?.kind === 'and' ? tree.parts : [];
    const leaves = parts.flatMap((part) => (part.kind === 'leaf' && 'field' in part.leaf ? [part.leaf] : []));
    const leafOf = (name: RegExp) => leaves.filter(({ field }) => name.test(field));
    const [[user], [record], [flag]] = [leafOf(/^UserId$/), leafOf(/^RecordId$/), leafOf(FLAG)];
    const isClear = leaves.length === parts.length && leaves.length === (flag ? 3 : 2);
    if (!user || user.operator !== '=' || !record || !['=', 'IN'].includes(record.operator) || !isClear)
        throw malformed('A filter on a reified column is required: UserId = a user AND RecordId = or IN the records');
    const recordIds = textsOf(record).map((text) => normalizeId(text) ?? '');
    if (recordIds.length > RECORDS) throw malformed(`Up to ${RECORDS} record IDs can be queried`);
    return {
        userId: normalizeId(textsOf(user)[0] ?? ''),
        recordIds: [...new Set(recordIds)],
        ...(flag ? { flag: { name: flag.field, value: textsOf(flag)[0]?.toLowerCase() === 'true' } } : {})
    };
}

function textsOf(leaf: ConditionWithValueQuery): string[] {
    const value = 'value' in leaf ? leaf.value : [];
    return [value].flat().map((text) => text.replace(/^'|'$/g, ''));
}

function viewerOfUser(state: OrgState, caller: Caller, userId: string): Viewer | undefined {
    if (userId === caller.userId) return viewerOf(state, caller);
    const users = state.schema.object('User');
    const user = users && state.tables.of(users).get(userId);
    return user && viewerOf(state, { userId, access: accessOfUser(state, userId) });
}

function rightsOn(state: OrgState, viewer: Viewer, row: Row): Readonly<Record<string, boolean | string>> {
    const object = state.schema.ofId(String(row.Id));
    if (!object || sharingModelOf(state, object) === undefined)
        throw malformed(`${object?.name ?? String(row.Id)} is not listed on the Sharing Settings page`);
    const level = recordLevel(state, viewer, row);
    return {
        HasReadAccess: level >= LEVEL.read,
        HasEditAccess: level >= LEVEL.edit,
        HasDeleteAccess: level >= LEVEL.all,
        HasTransferAccess: level >= LEVEL.transfer,
        HasAllAccess: level >= LEVEL.all,
        MaxAccessLevel: NAMES[level]
    };
}

const NAMES: Readonly<Record<Level, string>> = { 0: 'None', 1: 'Read', 2: 'Edit', 3: 'Transfer', 4: 'All' };
