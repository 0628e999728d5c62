import { isPossible, type Person } from '../people/person.ts';
import type { ContactDraft, CustomValue, LabelledValue } from './contact.ts';
import type { FieldDefinition } from './owner-field.ts';
import { phoneLabel, roleWithOwner, type ContactWording } from './wording.ts';

/** Why a record gets no contact in Quo. */
export type Skip = 'no-number' | 'no-name' | 'converted';

export interface DraftSettings {
    /** In the language of the preferences. */
    readonly wording: ContactWording;
    readonly ownerField?: FieldDefinition;
    /** The record in Salesforce; Quo takes at most 200 characters. */
    readonly recordUrl: (id: string) => string | undefined;
}

const LONGEST_URL = 200;
/** Quo documents no limit on names; anything longer is no name. */
const LONGEST_NAME = 255;

/** The Quo contact that this person should have, or why there is none. */
export function contactDraft(person: Person, settings: DraftSettings): ContactDraft | Skip {
    if (person.isConverted === true) return 'converted';
    const phoneNumbers = numbersOf(person, settings.wording);
    if (phoneNumbers.length === 0) return 'no-number';
    const names = namesOf(person);
    if (names === undefined) return 'no-name';
    const url = settings.recordUrl(person.id);
    const email = shortened(person.email);
    return withoutAbsent({
        externalId: person.id,
        sourceUrl: url !== undefined && url.length <= LONGEST_URL ? url : undefined,
        ...names,
        ...work(person, settings),
        phoneNumbers,
        emails: email === undefined ? [] : [{ name: 'Salesforce', value: email }],
        customFields: ownerValue(person, settings.ownerField)
    });
}

/** A first name is required: the last name, the company or the record's name stands in for one that is missing. */
function namesOf(person: Person): Pick<ContactDraft, 'firstName' | 'lastName'> | undefined {
    const [first, last] = [shortened(person.firstName), shortened(person.lastName)];
    if (first !== undefined) return { firstName: first, lastName: last };
    const standIn = last ?? shortened(person.name) ?? shortened(person.company);
    return standIn === undefined ? undefined : { firstName: standIn };
}

function work(person: Person, { wording, ownerField }: DraftSettings): Pick<ContactDraft, 'company' | 'role'> {
    const title = shortened(person.title);
    const owner = ownerField === undefined ? shortened(person.ownerName) : undefined;
    const company = shortened(person.company);
    return {
        company: company === person.name ? undefined : company,
        role: owner === undefined ? title : roleWithOwner(title, owner, wording)
    };
}

function ownerValue({ ownerName }: Person, field: FieldDefinition | undefined): readonly CustomValue[] {
    if (field === undefined) return [];
    const owner = shortened(ownerName);
    if (field.type === 'multi-select') return [{ key: field.key, value: owner === undefined ? [] : [owner] }];
    return [{ key: field.key, value: owner ?? null }];
}

/** Each number that is surely theirs, once: two people with different extensions of one switchboard still ring as one number. */
function numbersOf(person: Person, wording: ContactWording): readonly LabelledValue[] {
    const byNumber = new Map<string, LabelledValue>();
    for (const number of person.numbers) {
        if (isPossible(number)) continue;
        const { e164, field } = number;
        if (!byNumber.has(e164)) byNumber.set(e164, { name: phoneLabel(field, wording), value: e164 });
    }
    return [...byNumber.values()];
}

function shortened(text: string | undefined): string | undefined {
    const trimmed = text?.trim();
    return trimmed === undefined || trimmed === '' ? undefined : trimmed.slice(0, LONGEST_NAME).toWellFormed();
}

function withoutAbsent(draft: ContactDraft): ContactDraft {
    return Object.fromEntries(
        Object.entries(draft).filter(([, value]) => value !== undefined)
    ) as unknown as ContactDraft;
}
