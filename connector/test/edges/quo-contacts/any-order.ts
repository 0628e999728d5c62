import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person } from '../../../src/domain/people/person.ts';
import { SOURCE, type QuoContact } from '../../../src/domain/quo-contacts/contact.ts';
import { factsOf, never, numberOf, personNumber, type Town } from './contact-sync-harness.ts';

/** One thing that somebody does; `a` and `b` choose whom, `n` what. */
export interface Deed {
    readonly what: (typeof DEEDS)[number];
    readonly a: number;
    readonly b: number;
    readonly n: number;
}

const DEEDS = [
    'retitle',
    'renumber',
    'lose number',
    'swap numbers',
    'delete',
    'undelete',
    'merge',
    'ring',
    'run',
    'edit in quo',
    'add number in quo',
    'delete in quo',
    'take away in quo',
    'switch',
    'lose an answer'
] as const;

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
    what: fc.constantFrom(...DEEDS),
    a: fc.nat(20),
    b: fc.nat(20),
    n: fc.nat(400)
});

/** Salesforce and Quo with everybody who does something in them. */
export interface Scene {
    readonly place: Town;
    readonly alive: Map<string, Person>;
    readonly dead: Map<string, Person>;
    /** Numbers that somebody added in Quo, by the contact's id there. */
    readonly added: Map<string, string[]>;
    /** Contacts that are not ours (any more), as they are to stay. */
    readonly others: Map<string, unknown>;
}

export async function newScene(place: Town, people: number): Promise<Scene> {
    const all = Array.from({ length: people }, (_, n) => personNumber(n));
    const scene: Scene = { place, alive: new Map(), dead: new Map(), added: new Map(), others: new Map() };
    await toSalesforce(scene, all);
    const stranger = { defaultFields: { firstName: 'Zoé' }, source: 'another-crm', externalId: personNumber(0).id };
    const made = (await place.byHand('POST /v1/contacts', '', stranger)) as { data: { id: string } };
    scene.others.set(made.data.id, await inQuo(place, made.data.id));
    return scene;
}

async function toSalesforce(scene: Scene, people: readonly Person[], gone: Parameters<Town['salesforce']>[1] = []) {
    for (const one of people) scene.alive.set(one.id, one);
    await scene.place.salesforce(people, gone);
}

function inQuo(place: Town, id: string): Promise<unknown> {
    return place.byHand('GET /v1/contacts/{id}', id).catch(() => 'gone');
}

export async function act(scene: Scene, { what, a, b, n }: Deed): Promise<void> {
    const { place, alive, dead } = scene;
    const living = [...alive.values()];
    const [one, other] = [living[a % living.length], living[b % living.length]];
    // Nobody sees anything while Quo is in trouble.
    const ours = [...(await place.inQuo().catch(() => new Map<string, QuoContact>())).values()];
    const contact = ours[a % Math.max(1, ours.length)];
    const deeds: Readonly<Record<Deed['what'], () => Promise<unknown>>> = {
        retitle: async () => one && toSalesforce(scene, [{ ...one, title: `Titre ${n}` }]),
        renumber: async () =>
            one && toSalesforce(scene, [{ ...one, numbers: [{ e164: numberOf(1_000 + n), field: 'Phone' }] }]),
        'lose number': async () => one && toSalesforce(scene, [{ ...one, numbers: [] }]),
        'swap numbers': async () =>
            one !== undefined &&
            other !== undefined &&
            one !== other &&
            toSalesforce(scene, [
                { ...one, numbers: other.numbers },
                { ...other, numbers: one.numbers }
            ]),
        delete: async () => one && bury(scene, one),
        undelete: async () => {
            const back = [...dead.values()][a % Math.max(1, dead.size)];
            if (back === undefined) return;
            dead.delete(back.id);
            await toSalesforce(scene, [back]);
        },
        merge: async () => one !== undefined && other !== undefined && one !== other && bury(scene, one, other),
        ring: async () => place.rings(...(one?.numbers ?? []).map(({ e164 }) => e164)),
        run: async () => place.sync.run(never()).catch(() => undefined),
        'edit in quo': async () =>
            contact && place.byHand('PATCH /contacts/{contactId}', contact.id, { company: `${n}` }),
        'add number in quo': async () => contact && addNumber(scene, contact.id, `+1819${2_000_000 + n}`),
        'delete in quo': async () => {
            if (contact === undefined) return;
            await place.byHand('DELETE /v1/contacts/{id}', contact.id);
            await place.sync.onFacts(told('contact.deleted', contact.id));
        },
        'take away in quo': async () => contact && takeAway(scene, contact.id, n),
        switch: async () => {
            const syncContacts = (['off', 'on-call', 'full'] as const)[n % 3] ?? 'full';
            place.preferences = { ...place.preferences, syncContacts };
        },
        'lose an answer': () =>
            place.fault({ answer: 'reset', isApplied: n % 2 === 0, count: 1 + (n % 5), path: '/v1' })
    };
    // A call rings and somebody edits while Quo is in trouble: that is no fault of theirs.
    await deeds[what]().catch((error: unknown) => assert.match(String(error), /QUO-/));
}

async function bury(scene: Scene, one: Person, into?: Person): Promise<void> {
    scene.alive.delete(one.id);
    if (into === undefined) scene.dead.set(one.id, one);
    const heir = into === undefined ? [] : [{ ...into, numbers: [...into.numbers, ...one.numbers] }];
    await toSalesforce(scene, heir, [{ id: one.id, ...(into !== undefined && { into: into.id }) }]);
}

async function addNumber({ place, added }: Scene, id: string, value: string): Promise<void> {
    await place.byHand('POST /contacts/{contactId}/properties', id, { type: 'phone-number', name: 'Chalet', value });
    added.set(id, [...(added.get(id) ?? []), value]);
}

async function takeAway({ place, others }: Scene, id: string, n: number): Promise<void> {
    if (n % 4 > 0) return;
    await place.byHand('PATCH /contacts/{contactId}', id, { source: 'another-crm' });
    others.set(id, await inQuo(place, id));
    await place.sync.onFacts(told('contact.updated', id, { source: 'another-crm' }));
}

function told(type: string, id: string, resource: Readonly<Record<string, unknown>> = {}) {
    const event = { type, apiVersion: '2026-03-30', createdAt: '2026-11-20T12:00:00.000Z' };
    return factsOf({ ...event, data: { resource: { id, ...resource }, context: {} } });
}

/** What must be true once all is quiet, whatever happened. */
export async function check({ place, alive, added, others }: Scene): Promise<void> {
    const contacts = await place.inQuo();
    for (const contact of contacts.values()) {
        const person = alive.get(contact.externalId ?? '');
        assert.ok(person !== undefined && person.numbers.length > 0, `nobody stands for ${contact.externalId}`);
        assert.equal(contact.source, SOURCE);
        const numbers = contact.phoneNumbers.map(({ value }) => value);
        const wanted = [...new Set([...person.numbers.map(({ e164 }) => e164), ...(added.get(contact.id) ?? [])])];
        assert.deepEqual(numbers.toSorted(), wanted.toSorted(), `numbers of ${contact.externalId}`);
    }
    for (const [id, before] of others) assert.deepEqual(await inQuo(place, id), before, 'not ours, so not touched');
}
