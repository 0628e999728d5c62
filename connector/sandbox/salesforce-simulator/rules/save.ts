import { requireLevel } from '../access/sharing.ts';
import { assignedOwner } from '../automation/assign.ts';
import { runAfterSave, runBeforeSave } from '../automation/run.ts';
import { inSave } from '../automation/transaction.ts';
import { OrgError, refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { autoNumbers } from './auto-numbers.ts';
import { coerce } from './values/coerce.ts';
import { defaultsOf } from './values/defaults.ts';
import { readRecord, type RecordJson } from './draft.ts';
import { checkDuplicateRules } from './duplicate-rules.ts';
import { locksOfTask } from './locks.ts';
import { requireWritable } from './maintenance.ts';
import { rulesOf, type Save } from './objects/object-rules.ts';
import { preparePersonAccount, syncPersonAccount } from './objects/person-accounts.ts';
import { checkRecordFaults } from './record-faults.ts';
import { checkRecordTypeValues, recordTypeDefaults, requireRecordType } from './record-types.ts';
import { checkReferences, entityIsDeleted, mastersOf, recordNotFound } from './references.ts';
import { checkRequired } from './required.ts';
import { checkUnique } from './unique.ts';
import { checkValidationRules } from './validation-rules.ts';

/** Creates one record and returns it. @throws {OrgError} when the org refuses it; then nothing changed */
export function createRecord(state: OrgState, caller: Caller, object: SObject, json: RecordJson): Row {
    requireAccess(object, 'createable', caller.access.object(object).create);
    requireWritable(state, caller);
    const values = readRecord(state, caller, object, json, 'create');
    return inSave(state, object, () => state.tables.journal.atomically(() => insert(state, caller, object, values)));
}

/** Changes one record. @throws {OrgError} when the org refuses it; then nothing changed */
export function updateRecord(
    state: OrgState,
    caller: Caller,
    object: SObject,
    id: string,
    json: RecordJson,
    ignored: readonly string[] = []
): Row {
    requireAccess(object, 'updateable', caller.access.object(object).edit);
    requireWritable(state, caller);
    const values = readRecord(state, caller, object, json, 'update', ignored);
    const row = state.tables.of(object).get(id);
    if (!row) throw recordNotFound();
    if (isDeleted(row)) throw entityIsDeleted();
    const isGiven = values.OwnerId !== undefined && values.OwnerId !== row.OwnerId;
    requireLevel(state, caller, row, isGiven ? 'transfer' : 'edit');
    return inSave(state, object, () =>
        state.tables.journal.atomically(() => change(state, caller, object, row, values))
    );
}

/**
 * Creates the record that an external id names, or changes it.
 *
 * @param value the external id as the request gives it; a record id names a record that must be there
 * @param updateOnly a record that does not exist is an error instead of being created
 * @throws {OrgError} 300 with the records found when the id names several
 */
export function upsertRecord(
    state: OrgState,
    caller: Caller,
    object: SObject,
    key: Field,
    value: unknown,
    json: RecordJson,
    updateOnly = false
): { row: Row; created: boolean } {
    const id = coerce(key, value);
    if (key.type === 'id') {
        return { row: updateRecord(state, caller, object, String(id), json, [key.name]), created: false };
    }
    requireSightOf(caller, key);
    const found = (state.tables.of(object).find(key.name, id) ?? []).filter((row) => !isDeleted(row));
    const [match, ...others] = found;
    if (others.length > 0) {
        const ids = found.map((row) => idOf(row)).join(', ');
        throw new OrgError(
            300,
            'DUPLICATE_EXTERNAL_ID',
            `${key.name}: more than one record found for external id field: [${ids}]`,
            [key.name]
        );
    }
    if (match) return { row: updateRecord(state, caller, object, idOf(match), json, [key.name]), created: false };
    if (updateOnly) throw recordNotFound();
    return { row: createRecord(state, caller, object, { ...json, [key.name]: value }), created: true };
}

/** Whoever does not see every record could make a second one with the same key. @throws {OrgError} */
function requireSightOf({ access }: Caller, key: Field): void {
    if (!key.externalId || key.unique || access.may('ViewAllData')) return;
    throw refused('INSUFFICIENT_ACCESS', 'Upsert requires view all data on a non-unique custom index');
}

function requireAccess(object: SObject, flag: 'createable' | 'updateable', granted: boolean): void {
    if (object.flags[flag] !== true || !granted) {
        throw refused(
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            `entity type ${object.name} does not support ${flag === 'createable' ? 'create' : 'update'}`
        );
    }
}

function insert(state: OrgState, caller: Caller, object: SObject, values: Row): Row {
    const at = state.now();
    const next: Row = {
        Id: state.nextId(object.keyPrefix),
        ...defaultsOf(object),
        ...recordTypeDefaults(state, caller, object, values),
        ...values,
        ...autoNumbers(state, object)
    };
    if (state.schema.field(object, 'OwnerId') && !next.OwnerId) next.OwnerId = caller.userId;
    Object.assign(next, preparePersonAccount(state, object, next));
    stamp(next, caller, at);
    next.CreatedDate = at;
    next.CreatedById = caller.userId;
    const changed = withAutomation(state, caller, object, next, undefined, values);
    finish(state, caller, object, { state, next, previous: undefined, changed });
    if (object.custom && object.nameField && !next.Name) next.Name = String(next.Id).slice(0, 15);
    for (const name in next) if (next[name] === null) Reflect.deleteProperty(next, name);
    state.tables.of(object).insert(next);
    rulesOf(object.name).afterSave?.({ state, next, previous: undefined, changed });
    syncPersonAccount(state, object, next);
    afterSave(state, caller, object, next, undefined);
    return next;
}

function change(state: OrgState, caller: Caller, object: SObject, row: Row, sent: Row): Row {
    const previous = { ...row };
    const next = { ...row, ...sent };
    const values = withAutomation(state, caller, object, next, previous, sent);
    const derived: Row = {};
    stamp(derived, caller, state.now());
    state.locks.acquire([idOf(row)]);
    Object.assign(derived, finish(state, caller, object, { state, next, previous, changed: values }));
    state.tables.of(object).change(row, { ...values, ...derived });
    rulesOf(object.name).afterSave?.({ state, next: row, previous, changed: values });
    syncPersonAccount(state, object, row);
    afterSave(state, caller, object, row, previous);
    return row;
}

/** What a save sets, with what automation sets before it; the record has both afterwards. */
function withAutomation(
    state: OrgState,
    caller: Caller,
    object: SObject,
    next: Row,
    previous: Row | undefined,
    sent: Row
): Row {
    if (state.automation.length === 0 || caller.isSeed === true) return sent;
    const set = runBeforeSave(state, { object, next, previous, userId: caller.userId });
    Object.assign(next, set);
    return { ...sent, ...set };
}

/** Assignment rules first, then what triggers and flows do with the stored record: the platform's order. */
function afterSave(state: OrgState, caller: Caller, object: SObject, row: Row, previous: Row | undefined): void {
    const isAutomated = state.automation.length > 0 || state.assignmentRules.length > 0;
    if (!isAutomated || caller.isSeed === true) return;
    const record = { object, next: row, previous, userId: caller.userId };
    const owner = caller.autoAssign === true ? assignedOwner(state, record) : undefined;
    if (owner !== undefined && owner !== row.OwnerId) {
        const stamps: Row = {};
        stamp(stamps, caller, state.now());
        state.tables.of(object).change(row, { OwnerId: owner, ...stamps });
    }
    runAfterSave(state, caller, record, { create: createRecord, update: updateRecord });
}

/** Every check of a save, in the platform's order: fields, references, own rules, uniqueness, the org's rules, locks. */
function finish(state: OrgState, caller: Caller, object: SObject, save: Save): Row {
    const { next, previous, changed } = save;
    requireRecordType(state, caller, object, changed);
    checkRequired(object, next, previous && changed);
    if (caller.isSeed !== true) checkRecordTypeValues(state, object, next, changed);
    checkReferences(state, caller, object, changed, String(next.Id));
    const derived = rulesOf(object.name).derive?.(save) ?? {};
    Object.assign(next, derived);
    checkUnique(state, object, changed, previous && state.tables.of(object).get(String(next.Id)));
    checkRecordFaults(state.recordFaults, object.name, next);
    if (caller.isSeed !== true) {
        checkValidationRules(state.validationRules, caller, object, save);
        checkDuplicateRules(state, caller, object, save);
    }
    state.locks.acquire(object.name === 'Task' ? locksOfTask(next, previous) : mastersOf(object, next));
    return derived;
}

function stamp(row: Row, caller: Caller, at: number): void {
    row.LastModifiedDate = at;
    row.LastModifiedById = caller.userId;
    row.SystemModstamp = at;
}
