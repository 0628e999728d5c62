import { z } from 'zod';
import { SOURCE, type ContactDraft, type QuoContact } from '../domain/quo-contacts/contact.ts';
import type { WholeContact } from '../domain/quo-contacts/merge.ts';
import type { ContactResult, QuoContacts, Urgency } from '../contracts/quo/contacts.ts';
import { CodedError } from '../errors/errors.ts';
import type { Endpoint, QuoClient, Request } from './client.ts';
import { dataOf, pages } from './page.ts';
import { QuoError } from './quo-error.ts';
import { key, name, text, told } from './payloads/scalars.ts';

/** More external ids in one question are refused. */
const FIND_AT_MOST = 50;

/** Quo's contacts, each request through the surface that does it right in one. */
export function quoContacts(client: QuoClient): QuoContacts {
    const ask = (endpoint: Endpoint, request: Request) => attempt(() => client.send(endpoint, request));
    return {
        async create(draft, urgency) {
            const endpoint = 'POST /v1/contacts';
            const answer = await ask(endpoint, { body: { ...bodyOf(draft), source: SOURCE }, ...urgency });
            return mapped(answer, (json) => dataOf(endpoint, z.object({ id: key }), json).id);
        },
        async get(id, urgency) {
            const endpoint = 'GET /v1/contacts/{id}';
            return mapped(await ask(endpoint, { params: { id }, ...urgency }), (json) =>
                dataOf(endpoint, contact, json)
            );
        },
        async change(id, scalars, urgency) {
            const endpoint = 'PATCH /contacts/{contactId}';
            const answer = await ask(endpoint, { params: { contactId: id }, body: scalars, ...urgency });
            return mapped(answer, (json) => told(dataOf(endpoint, z.object({ source: name }), json)));
        },
        replace: (id, whole, urgency) =>
            ask('PATCH /v1/contacts/{id}', { params: { id }, body: replacementOf(whole), ...urgency }),
        remove: (id, urgency) => ask('DELETE /v1/contacts/{id}', { params: { id }, ...urgency }),
        find: (externalIds, urgency) => find(client, externalIds, urgency),
        ours: (urgency) => pages(client, 'GET /v1/contacts', contact, { query: { sources: [SOURCE] }, ...urgency }),
        async fieldDefinitions(urgency) {
            const endpoint = 'GET /v1/contact-custom-fields';
            return dataOf(endpoint, z.array(definition), await client.send(endpoint, { ...urgency }));
        },
        counters: () => ({
            requests: client.requests(),
            retries: client.retries(),
            waiting: {
                ringing: client.waiting('ringing'),
                'just-in-time': client.waiting('just-in-time'),
                full: client.waiting('full')
            }
        })
    };
}

const definition = z.object({ key: z.string(), name: z.string(), type: z.string() });

const labelled = z
    .array(z.object({ name: text, value: name }))
    .nullish()
    .transform((items) =>
        (items ?? []).flatMap((item) =>
            item.value === undefined ? [] : [{ name: item.name ?? '', value: item.value }]
        )
    );

const customFields = z
    .array(
        z.object({
            id: name,
            key: name,
            value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullish()
        })
    )
    .nullish()
    .transform((items) => (items ?? []).map((item) => told({ key: item.key, id: item.id, value: item.value ?? null })));

const contact = z
    .object({
        id: key,
        source: name,
        externalId: name,
        sourceUrl: name,
        defaultFields: z.object({
            firstName: name,
            lastName: name,
            company: name,
            role: name,
            phoneNumbers: labelled,
            emails: labelled
        }),
        customFields
    })
    .transform(({ defaultFields, ...rest }): QuoContact => told({ ...rest, ...defaultFields }));

async function find(client: QuoClient, externalIds: readonly string[], urgency: Urgency) {
    if (externalIds.length === 0) return [];
    const query = { externalIds: externalIds.slice(0, FIND_AT_MOST) };
    const found: QuoContact[] = [];
    for await (const page of pages(client, 'GET /v1/contacts', contact, { query, ...urgency })) found.push(...page);
    return found;
}

function bodyOf(draft: ContactDraft) {
    const { externalId, sourceUrl, firstName, lastName, company, role, phoneNumbers, emails, customFields } = draft;
    return {
        externalId,
        sourceUrl,
        defaultFields: { firstName, lastName, company, role, phoneNumbers, emails },
        customFields
    };
}

/**
 * What is left out is deleted, so scalars are cleared with `null` and lists are whole. Ids of numbers and emails are left
 * out: sending them again was seen to answer 400.
 */
function replacementOf(whole: WholeContact) {
    const { firstName, lastName, company, role, phoneNumbers, emails } = whole;
    return {
        externalId: whole.externalId,
        sourceUrl: whole.sourceUrl,
        source: whole.source,
        defaultFields: {
            firstName: firstName ?? null,
            lastName: lastName ?? null,
            company: company ?? null,
            role: role ?? null,
            phoneNumbers,
            emails
        },
        customFields: whole.customFields.map(({ key, id, value }) =>
            key === undefined ? { id, value } : { key, value }
        )
    };
}

/** Every answer as a result; only an abort by the caller is thrown. */
async function attempt(send: () => Promise<unknown>): Promise<ContactResult> {
    try {
        return { kind: 'done', value: await send() };
    } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        const { note } = error;
        if (!(error instanceof QuoError)) return { kind: 'unsure', note };
        if (error.status === 404) return { kind: 'gone' };
        if (error.status === 409) return { kind: 'conflict' };
        return error.status >= 500 ? { kind: 'unsure', note } : { kind: 'refused', note };
    }
}

function mapped<T>(result: ContactResult, read: (json: unknown) => T): ContactResult<T> {
    if (result.kind !== 'done') return result;
    try {
        return { kind: 'done', value: read(result.value) };
    } catch (error) {
        // Carried out, and answered in a form that we do not know.
        if (error instanceof CodedError) return { kind: 'unsure', note: error.note };
        throw error;
    }
}
