import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { never, numberOf, personNumber, town, type Town } from './contact-sync-harness.ts';

/** Every kind of request that is made about contacts. */
const REQUESTS = [
    { method: 'POST', path: '/v1/contacts' },
    { method: 'GET', path: '/v1/contacts' },
    { method: 'PATCH', path: '/v1/contacts' },
    { method: 'PATCH', path: '/contacts' },
    { method: 'DELETE', path: '/v1/contacts' },
    { method: 'GET', path: '/v1/contact-custom-fields' }
] as const;

const TROUBLE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    '401, as a young key or a revoked one gets': { answer: 401 },
    '403, as a plan that is too small gets': { answer: 403 },
    '409 without a field': { answer: 409 },
    '422 for one contact': { answer: 422 },
    '429, and again': { answer: 429, count: 3 },
    '500 before anything was done': { answer: 500, count: 5 },
    '504 although it was done': { answer: 504, isApplied: true, count: 5 },
    'a connection cut before anything was done': { answer: 'reset', count: 5 },
    'an answer lost although it was done': { answer: 'reset', isApplied: true, count: 5 },
    'no answer in time, although it was done': { answer: 'reset', isApplied: true, latencyMs: 500, count: 2 }
};

/** How the people of a round are: each needs another kind of request. */
function people(round: number): readonly Person[] {
    const title = (n: number): Person => personNumber(n, { title: `Titre ${round}` });
    const number = (n: number): Person =>
        personNumber(n, { numbers: [{ e164: numberOf(1_000 * (round + 1) + n), field: 'Phone' }] });
    return [title(1), title(2), number(3), number(4), number(5), personNumber(100 + round)];
}

function shown(all: readonly Person[]): readonly string[] {
    return all.map(({ id, title, numbers }) => `${id} ${title} ${numbers[0]?.e164}`).sort();
}

async function inQuo(place: Town): Promise<readonly string[]> {
    return [...(await place.inQuo()).values()]
        .map(
            ({ externalId, role, phoneNumbers }) =>
                `${externalId} ${role} ${phoneNumbers.map(({ value }) => value).join()}`
        )
        .sort();
}

for (const [name, fault] of Object.entries(TROUBLE)) {
    test(`${name}: whichever request meets it, in the end Quo is as Salesforce, without doubles`, async (t) => {
        const place = await town(
            t,
            { syncContacts: 'full' },
            { timeoutMs: 'latencyMs' in fault ? 300 : 10_000, youngKeyMs: 0 }
        );
        await place.takeDoubles();
        await place.salesforce(people(0));
        await place.sync.run(never());
        for (const [n, request] of REQUESTS.entries()) {
            const round = n + 1;
            await place.fault({ ...fault, ...request });
            await place.store.memory.delete('default', KEYS.quoContactFields);
            await place.salesforce(people(round), [{ id: personNumber(100 + round - 1).id }]);
            await place.rings(numberOf(1_000 * (round + 1) + 5), numberOf(100 + round));
            await place.sync.run(never()).catch(() => undefined);
            await place.noMoreFaults();
            // What was given up and is late arrives before the next round.
            await sleep(Number(fault['latencyMs'] ?? 0));
            await place.store.memory.delete('default', KEYS.quoContactFields);
            // Refused for good, a contact waits for the next change of its record.
            await place.salesforce(people(round));
            await place.settle();
            assert.deepEqual(await inQuo(place), shown(people(round)), `${request.method} ${request.path}`);
            assert.deepEqual((await place.sync.status()).contacts, { byState: { linked: 6 }, byError: {}, due: 0 });
        }
    });
}
