import { z } from 'zod';
import type { FillableField, OrgField, OrgFields } from '../contracts/org-administration.ts';
import { byPersonObject, personEntry, PERSON_OBJECTS, type PersonObject } from '../domain/objects/catalogue.ts';
import type { DefaultedObject } from '../domain/records/field-defaults.ts';
import { SONA_CALL } from '../domain/records/names.ts';
import { describedField, type DescribedField } from './described-field.ts';
import { fillableFields } from './fillable-fields.ts';
import { compositeReads, partBody } from './rest/composite.ts';
import { isOurs, nameInOrg } from './namespace.ts';
import type { Session } from './rest/session.ts';
import type { OrgSettings } from './settings.ts';
import { readAnswer } from './rest/unreadable.ts';

const Described = z.object({
    fields: z.array(describedField),
    recordTypeInfos: z
        .array(
            z.object({
                recordTypeId: z.string(),
                name: z.string().default(''),
                available: z.boolean().default(false),
                active: z.boolean().default(true),
                master: z.boolean().default(false)
            })
        )
        .default([])
});
const NOTHING: z.infer<typeof Described> = { fields: [], recordTypeInfos: [] };

/** Types whose values an answer (a text, a number, yes or no) can stand in. */
const TAKES_ANSWERS = ['string', 'textarea', 'phone', 'email', 'url', 'picklist', 'boolean', 'double', 'int'];
const SOUNDS_LIKE_PHONE = /phone|mobile|cell|t[eé]l[eé]?p|\btel\b|direct|number|num[eé]ro|poste/i;
const FAX = /fax|t[eé]l[eé]copie/i;
/** Types whose values a person can name. */
const FILTERED_BY = ['string', 'picklist', 'multipicklist', 'boolean', 'email', 'combobox'];
/** The keys by which the record is found again. */
const KEYS: readonly string[] = [SONA_CALL.callId, SONA_CALL.taskId];

/**
 * Fields of the org that an admin may choose, by describe: one API call.
 *
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readFieldChoices(
    session: Session,
    { namespace }: Pick<OrgSettings, 'namespace'>
): Promise<OrgFields> {
    const sonaObject = nameInOrg(namespace)('Sona_Call__c');
    const parts = await compositeReads(
        session,
        [...PERSON_OBJECTS, sonaObject, 'Task'].map((object) => `${session.root}/sobjects/${object}/describe`)
    );
    const described = parts.map((part) => (part.status === 404 ? NOTHING : readAnswer(Described, partBody(part))));
    const fields = described.map((one) => one.fields);
    const phonesOf = (object: PersonObject): readonly OrgField[] =>
        (fields[PERSON_OBJECTS.indexOf(object)] ?? []).filter((field) => isPhone(object, field)).map(choice);
    const phones = byPersonObject(phonesOf);
    const sona = (fields[PERSON_OBJECTS.length] ?? [])
        .map((field) => ({ ...field, name: withoutOurPrefix(field.name, namespace) }))
        .filter(({ name, type, updateable }) => updateable && TAKES_ANSWERS.includes(type) && !KEYS.includes(name))
        .filter(({ name }) => name.endsWith('__c'));
    const fillableOf = (object: DefaultedObject, one = NOTHING): readonly FillableField[] =>
        fillableFields(object, one.fields, one.recordTypeInfos);
    return {
        phones,
        sona: sona.map(choice),
        filter: filterFields(fields),
        fillable: {
            Task: fillableOf('Task', described.at(-1)),
            Lead: fillableOf('Lead', described[PERSON_OBJECTS.indexOf('Lead')])
        }
    };
}

/** What contacts, leads and accounts can be told apart by; a field that several of them have stands once. */
function filterFields(fields: readonly (readonly DescribedField[])[]): OrgFields['filter'] {
    const all = PERSON_OBJECTS.flatMap((object, n) =>
        (fields[n] ?? [])
            .filter(({ filterable, type }) => filterable && FILTERED_BY.includes(type))
            .map((field) => ({ object, field }))
    );
    const groups = [...Map.groupBy(all, ({ field }) => field.name).values()];
    return groups
        .flatMap(([first, ...others]) =>
            first === undefined
                ? []
                : [{ ...choice(first.field), objects: [first, ...others].map(({ object }) => object) }]
        )
        .toSorted((one, other) => one.label.localeCompare(other.label));
}

/** Preferences name our own fields without the package's prefix. */
function withoutOurPrefix(name: string, namespace: string | undefined): string {
    const prefix = `${namespace ?? ''}__`;
    const bare = namespace !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    return isOurs(bare) ? bare : name;
}

/** Standard fields that hold a number are read anyway; a fax is where companies repeat their switchboard. */
function isPhone(object: PersonObject, { name, label, type }: DescribedField): boolean {
    if (personEntry(object).phones.includes(name) || FAX.test(name) || isOurs(name)) return false;
    if (type === 'phone') return true;
    return type === 'string' && name.endsWith('__c') && SOUNDS_LIKE_PHONE.test(`${name} ${label}`.replaceAll('_', ' '));
}

function choice({ name, label, type, length }: DescribedField): OrgField {
    return { name, label: label === '' ? name : label, type, length };
}
