import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test, type TestContext } from 'node:test';
import { fieldsOf } from '../../preferences/sent-form.ts';
import { opened, type Opened } from '../opened.ts';
import type { Changes } from './choices.ts';

/** One admin of a connection, whose page of preferences stays as it was drawn until they send it. */
interface Desk {
    draw(): Promise<void>;
    send(changes: Changes): Promise<string>;
}

function deskOf(browser: Opened['admin']): Desk {
    return {
        draw: async () => void (await browser.get('/console/acme/preferences')),
        async send(changes) {
            const fields: Record<string, string[]> = {};
            for (const [name, value] of fieldsOf(browser.page())) (fields[name] ??= []).push(value);
            for (const [name, value] of Object.entries(changes))
                fields[name] = value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
            await browser.submit('/console/acme/preferences', fields);
            return browser.page();
        }
    };
}

async function two(t: TestContext): Promise<{ one: Opened; marie: Desk; luc: Desk; saved: () => unknown }> {
    const one = await opened(t);
    const [marie, luc] = [deskOf(one.admin), deskOf(await one.it.admin('fr'))];
    await marie.draw();
    await luc.draw();
    return { one, marie, luc, saved: () => one.it.settings('acme')['preferences'] };
}

test('what another admin chose while a page was open stays when that page is saved', async (t) => {
    const { one, marie, luc, saved } = await two(t);
    await luc.send({ sona: undefined, leadSource: 'Téléphone', retentionDays: '9', ignoredNumbers: '+15145550123' });
    await marie.send({ language: 'en' });
    assert.deepEqual(saved(), {
        language: 'en',
        sona: false,
        leadSource: 'Téléphone',
        ignoredNumbers: ['+15145550123']
    });
    assert.equal(one.it.settings('acme')['retentionDays'], 9);
});

test('of two who choose the same thing differently, whoever saves last decides, and only that', async (t) => {
    const { marie, luc, saved } = await two(t);
    await luc.send({ leadSource: 'Téléphone', language: 'en' });
    await marie.send({ leadSource: 'Quo' });
    assert.deepEqual(saved(), { leadSource: 'Quo', language: 'en' });
});

test('a choice that is put back to the default is a choice, and what somebody else chose beside it stays', async (t) => {
    const { marie, luc, saved } = await two(t);
    await luc.send({ leadSource: 'Téléphone', sona: undefined });
    await marie.draw();
    await luc.send({ language: 'en' });
    await marie.send({ leadSource: '', sona: 'on' });
    assert.deepEqual(saved(), { language: 'en' });
});

test('a page that came back with a fault is saved with what was typed, and with what was chosen elsewhere meanwhile', async (t) => {
    const { marie, luc, saved } = await two(t);
    assert.match(await marie.send({ timeZone: 'Mars/Olympus', leadSource: 'Quo' }), /role="alert"/);
    await luc.send({ sona: undefined });
    await marie.send({ timeZone: 'Europe/Paris' });
    assert.deepEqual(saved(), { timeZone: 'Europe/Paris', leadSource: 'Quo', sona: false });
});

test('looking at the preview makes no difference to what is saved afterwards', async (t) => {
    const { marie, luc, saved } = await two(t);
    await marie.send({ do: 'look', leadSource: 'Quo' });
    await luc.send({ opportunities: 'never' });
    await marie.send({ do: 'save' });
    assert.deepEqual(saved(), { leadSource: 'Quo', opportunities: 'never' });
});

/** Choices of which each is of one field, and no two the default of each other. */
const CHOICES: Changes = {
    language: 'en',
    leadSource: 'Quo',
    apiBudget: '500',
    sona: undefined,
    logMessages: undefined,
    ignoredNumbers: '+15145550123',
    unknownCallers: 'lead',
    timeZone: 'Europe/Paris'
};

test('whatever two admins choose apart from each other, both have all of theirs, in whichever order they save', async (t) => {
    const { one, marie, luc, saved } = await two(t);
    let rev = 1_000;
    const names = fc.shuffledSubarray(Object.keys(CHOICES), { minLength: 2 });
    await fc.assert(
        fc.asyncProperty(names, fc.nat(), async (chosen, cut) => {
            const at = 1 + (cut % (chosen.length - 1));
            one.it.store.rows.set('acme', {
                id: 'acme',
                settings: { ...one.it.settings('acme'), preferences: {}, rev: (rev += 1_000) }
            });
            await one.it.context.connections.refresh();
            await marie.draw();
            await luc.draw();
            const of = (some: readonly string[]): Changes =>
                Object.fromEntries(some.map((name) => [name, CHOICES[name]]));
            await luc.send(of(chosen.slice(0, at)));
            await marie.send(of(chosen.slice(at)));
            assert.deepEqual(Object.keys(saved() as object).sort(), [...chosen].sort());
        }),
        { numRuns: 12 }
    );
});
