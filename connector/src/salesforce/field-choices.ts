import { z } from 'zod';
import type { OrgField, OrgFields } from '../contracts/org-administration.ts';
import type { PersonObject } from '../domain/people/person.ts';
import { SONA_CALL } from '../domain/records/names.ts';
import { compositeReads, partBody } from './rest/composite.ts';
import { PHONES } from './directory/person-query.ts';
import { isOurs, nameInOrg } from './namespace.ts';
import type { Session } from './rest/session.ts';
import type { OrgSettings } from './settings.ts';

const Described = z.object({
    fields: z.array(
        z.object({
            name: z.string(),
            label: z.string().default(''),
            type: z.string().default('string'),
            length: z.number().default(0),
            updateable: z.boolean().default(false),
            filterable: z.boolean().default(false)
        })
    )
});
type Field = z.infer<typeof Described>['fields'][number];

const PEOPLE = ['Contact', 'Lead', 'Account'] as const satisfies readonly PersonObject[];
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
        [...PEOPLE, sonaObject].map((object) => `${session.root}/sobjects/${object}/describe`)
    );
    const fields = parts.map((part) => (part.status === 404 ? [] : Described.parse(partBody(part)).fields));
    const phonesOf = (object: PersonObject): readonly OrgField[] =>
        (fields[PEOPLE.indexOf(object)] ?? []).filter((field) => isPhone(object, field)).map(choice);
    const phones = { Contact: phonesOf('Contact'), Lead: phonesOf('Lead'), Account: phonesOf('Account') };
    const sona = (fields[PEOPLE.length] ?? [])
        .map((field) => ({ ...field, name: withoutOurPrefix(field.name, namespace) }))
        .filter(({ name, type, updateable }) => updateable && TAKES_ANSWERS.includes(type) && !KEYS.includes(name))
        .filter(({ name }) => name.endsWith('__c'));
    return { phones, sona: sona.map(choice), filter: filterFields(fields) };
}

/** What contacts, leads and accounts can be told apart by; a field that several of them have stands once. */
function filterFields(fields: readonly (readonly Field[])[]): OrgFields['filter'] {
    const all = PEOPLE.flatMap((object, n) =>
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
function isPhone(object: PersonObject, { name, label, type }: Field): boolean {
    if (PHONES[object].includes(name) || FAX.test(name) || isOurs(name)) return false;
    if (type === 'phone') return true;
    return type === 'string' && name.endsWith('__c') && SOUNDS_LIKE_PHONE.test(`${name} ${label}`.replaceAll('_', ' '));
}

function choice({ name, label, type, length }: Field): OrgField {
    return { name, label: label === '' ? name : label, type, length };
}
