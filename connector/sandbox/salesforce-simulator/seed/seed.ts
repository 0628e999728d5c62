import { unrestricted } from '../access/access.ts';
import type { Caller, OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { coerce } from '../rules/values/coerce.ts';
import type { RecordJson } from '../rules/draft.ts';
import { createRecord } from '../rules/save.ts';
import type { SObject } from '../schema/types.ts';
import type { StandingData } from './standing-data.ts';

/** Records in the sObject tree form: children stand under their relationship's name. */
export interface SeedFile {
    readonly records: readonly RecordJson[];
}

type References = Map<string, string>;

/**
 * Fills the org. Beyond what a client may do, a seed may set read-only fields (`CreatedDate`, `IsConverted`…), name its
 * own `Id`s, refer to earlier records as `@referenceId`, and leave out what a user needs besides a name.
 *
 * @throws {OrgError} when a record breaks the org's rules
 */
export function seedRecords(state: OrgState, standing: StandingData, seed: SeedFile): References {
    const references: References = new Map();
    const caller: Caller = {
        userId: standing.adminId,
        access: unrestricted,
        duplicateRule: { allowSave: true, includeRecordDetails: false },
        isSeed: true
    };
    for (const record of seed.records) addRecord(state, caller, standing, references, record, {});
    return references;
}

function addRecord(
    state: OrgState,
    caller: Caller,
    standing: StandingData,
    references: References,
    record: RecordJson,
    link: RecordJson
): void {
    const attributes = record.attributes as { type?: string; referenceId?: string } | undefined;
    const object = state.schema.object(attributes?.type ?? '');
    if (!object)
        throw new Error(`A seed record has the type ${attributes?.type ?? '(none)'}, which the org does not have.`);
    const fields: Record<string, unknown> = {
        ...(object.name === 'User' ? userDefaults(state, standing, record) : {}),
        ...link
    };
    const children: [string, unknown][] = [];
    for (const [key, value] of Object.entries(record)) {
        if (key === 'attributes') continue;
        if (isTree(value)) children.push([key, value]);
        else
            fields[key] =
                typeof value === 'string' && value.startsWith('@') ? (references.get(value.slice(1)) ?? value) : value;
    }
    const id = insert(state, caller, object, fields);
    if (attributes?.referenceId !== undefined) references.set(attributes.referenceId, id);
    for (const [name, tree] of children) {
        const child = state.schema.childRelationship(object, name);
        if (!child) throw new Error(`${object.name} has no child relationship ${name}.`);
        for (const item of (tree as SeedFile).records) {
            const type = { type: child.child.name, ...(item.attributes as object | undefined) };
            addRecord(state, caller, standing, references, { ...item, attributes: type }, { [child.field.name]: id });
        }
    }
}

function isTree(value: unknown): boolean {
    return value !== null && typeof value === 'object' && 'records' in value;
}

function insert(state: OrgState, caller: Caller, object: SObject, fields: RecordJson): string {
    const given: RecordJson = Object.fromEntries(
        Object.entries(fields).filter(([name]) => isCreateable(state, object, name))
    );
    const row = createRecord(state, caller, object, given);
    const forced: Row = {};
    for (const [name, value] of Object.entries(fields)) {
        const field = state.schema.field(object, name);
        if (field && !isCreateable(state, object, name)) forced[field.name] = coerce(field, value);
    }
    if (Object.keys(forced).length === 0) return String(row.Id);
    const table = state.tables.of(object);
    // A forced id changes where the table holds the row.
    table.erase(row);
    Object.assign(row, forced);
    table.insert(row);
    return String(row.Id);
}

function isCreateable(state: OrgState, object: SObject, name: string): boolean {
    return state.schema.field(object, name)?.createable !== false;
}

function userDefaults(state: OrgState, standing: StandingData, record: RecordJson): RecordJson {
    const email = typeof record.Email === 'string' ? record.Email : `${state.nextId('005')}@simulated.org`;
    const name = email.split('@')[0] as string;
    return {
        Username: email,
        Email: email,
        Alias: name.slice(0, 8),
        CommunityNickname: name.slice(0, 40),
        IsActive: true,
        ProfileId: standing.profileId,
        UserRoleId: standing.roleId,
        TimeZoneSidKey: state.settings.timeZone,
        LocaleSidKey: 'en_CA',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        DigestFrequency: 'D',
        DefaultGroupNotificationFrequency: 'N'
    };
}
