import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { OrgListeners } from '../../../src/contracts/rights/listening.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { audited, opened, type Opened } from '../opened.ts';

const LUC = '005000000000011';
const USERS = [
    { id: `${LUC}AAA`, name: 'Luc <Roy>', email: 'luc@acme.example', username: 'luc@acme.example', isActive: true }
];

type Settings = NonNullable<Parameters<typeof opened>[1]>['settings'];

/** The page of a connection whose org has these listeners. */
async function page(
    t: TestContext,
    { listeners, ...more }: { listeners?: OrgListeners; settings?: NonNullable<Settings>; language?: 'en' | 'fr' } = {}
): Promise<Opened & { readonly due: unknown[] }> {
    const due: unknown[] = [];
    const one = await opened(t, {
        parts: { activities: { makeDue: async (_connection, which) => due.push(which) } },
        ...more,
        change({ salesforce }) {
            salesforce.administration.users = async () => USERS;
            salesforce.administration.listeners = async () => {
                if (listeners === undefined) throw new CodedError('SF-UNREACHABLE', '503');
                return listeners;
            };
        }
    });
    return { ...one, due };
}

const HELD: OrgListeners = { userIds: [LUC], seesFrozen: true };
const ended = async ({ it }: Opened) =>
    (await it.store.listening.ended('acme')).map(({ kind, subject, actor }) => [kind, subject, actor]);

test('the page names who may listen, and for how long a recording plays in place', async (t) => {
    const one = await page(t, { listeners: HELD, settings: { recordingsInPlaceDays: 7 } });
    const text = await one.read('/listening');
    assert.match(text, /1 user holds the right/);
    assert.match(text, /Luc <Roy>/);
    assert.match(text, /for 7 days from the call/);
    assert.doesNotMatch(one.admin.page(), /<Roy>/, 'a name is no markup');
    assert.match(await (await page(t, { listeners: HELD, language: 'fr' })).read('/listening'), /Luc <Roy>/);
});

test('it warns where the org does not answer, where it does not tell who is frozen, and where the link is enough', async (t) => {
    const words = async (more: Parameters<typeof page>[1]) => (await page(t, more)).read('/listening');
    assert.match(await words({}), /could not be asked for ten minutes/);
    assert.match(await words({ listeners: { ...HELD, seesFrozen: false } }), /frozen/i);
    const open = await words({ settings: { recordingsNeedSignIn: false } });
    assert.match(open, /whoever has the link/i);
    assert.doesNotMatch(open, /holds the right/);
});

test('a call is ended by its link, for whoever listens, and let again; both are noted with who did it', async (t) => {
    const one = await page(t, { listeners: HELD });
    await one.read('/listening');
    const link = 'https://quo.example.com/recordings/AC7/1?c=acme&s=x';
    assert.match(await one.send('/listening/call', { call: link }), /Nothing of this call or text/);
    assert.deepEqual(await ended(one), [['call', 'AC7', 'admin token']]);
    assert.match(await one.send('/listening/again', { kind: 'call', subject: 'AC7' }), /It is let again/);
    assert.deepEqual(await ended(one), []);
    assert.deepEqual(audited(one), [
        ['listening.let-again', { call: 'AC7' }],
        ['listening.call-ended', { call: 'AC7' }]
    ]);
});

test('a person is ended by name, and every address that plays in place with them', async (t) => {
    const one = await page(t, { listeners: HELD, settings: { recordingsInPlaceDays: 7 } });
    await one.it.store.listening.generations(['acme'], () => 'before');
    await one.read('/listening');
    assert.match(await one.send('/listening/person', { person: 'LUC@acme.example' }), /Nothing plays for this person/);
    assert.deepEqual(await ended(one), [['person', LUC, 'admin token']]);
    assert.notEqual(await one.it.store.listening.generation('acme'), 'before');
    assert.deepEqual(one.due, [{ sinceDays: 8 }]);
    assert.deepEqual(audited(one)[0], ['listening.person-ended', { user: LUC }]);
});

test('all addresses end by one button, and nothing else is ended', async (t) => {
    const one = await page(t, { listeners: HELD });
    await one.it.store.listening.generations(['acme'], () => 'before');
    await one.read('/listening');
    assert.match(await one.send('/listening/all'), /All addresses/);
    assert.notEqual(await one.it.store.listening.generation('acme'), 'before');
    assert.deepEqual(await ended(one), []);
    assert.deepEqual(audited(one), [['listening.addresses-ended', {}]]);
});

test('what names no call and nobody is told so in either language, and ends nothing', async (t) => {
    for (const [language, call, person] of [
        ['en', /call/, /user/],
        ['fr', /appel/, /utilisateur/]
    ] as const) {
        const one = await page(t, { listeners: HELD, language });
        await one.read('/listening');
        assert.match(await one.send('/listening/call', { call: 'that one' }), call);
        assert.match(one.admin.page(), /role="alert"/);
        assert.match(await one.send('/listening/person', { person: 'nobody@acme.example' }), person);
        assert.match(one.admin.page(), /role="alert"/);
        assert.deepEqual(await ended(one), []);
        assert.deepEqual(audited(one), []);
    }
});

test('what is let again twice is noted once', async (t) => {
    const one = await page(t, { listeners: HELD });
    await one.it.store.listening.end('acme', { kind: 'call', subject: 'AC7', name: 'AC7', actor: 'marie' });
    await one.read('/listening');
    const form = { kind: 'call', subject: 'AC7' };
    await one.send('/listening/again', form);
    await one.it.store.listening.end('acme', { kind: 'call', subject: 'AC8', name: 'AC8', actor: 'marie' });
    await one.read('/listening');
    await one.send('/listening/again', form);
    assert.deepEqual(audited(one), [['listening.let-again', { call: 'AC7' }]]);
    assert.deepEqual(await ended(one), [['call', 'AC8', 'marie']]);
});
