import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ErasedNumber, ForgetAlso } from '../../../src/contracts/app-store.ts';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import type { StoreParts } from '../../application/fakes/store.ts';
import type { FakeConsole } from '../fake-console.ts';
import { audited, opened, type Opened } from '../opened.ts';

const NUMBER = '+15145550142';
const PERSON = { id: '003000000000001AAA', object: 'Contact' as const, name: 'Marie Gagnon' };
const ERASED: ErasedNumber = {
    ...{ mark: 'pseudonym-1', activities: 2, facts: 9, deliveries: 4 },
    records: [{ object: 'Task', salesforceId: '00T000000000001AAA' }]
};

interface Forgetting extends Opened {
    readonly forgotten: (readonly [string, ForgetAlso | undefined])[];
}

async function forgetting(
    t: TestContext,
    parts: StoreParts = {},
    language: 'en' | 'fr' = 'en',
    change: (it: FakeConsole) => void = () => {}
): Promise<Forgetting> {
    const forgotten: [string, ForgetAlso | undefined][] = [];
    const one = await opened(t, {
        language,
        change,
        parts: {
            directory: { lookup: async () => new Map([[NUMBER, [{ ...PERSON, numbers: [] }]]]) },
            upkeep: {
                forgetNumber: async (_id, number, also) => {
                    forgotten.push([number, also]);
                    return ERASED;
                }
            },
            ...parts
        }
    });
    await one.read('/quality');
    return { ...one, forgotten };
}

test('a page with nothing to clean up says so four times, and counts nothing', async (t) => {
    const text = await (await opened(t)).read('/quality');
    assert.equal(text.match(/\(0\) .*?None\./g)?.length, 4);
});

test('everything that a person could put right is named with the way to it', async (t) => {
    const other = { ...PERSON, id: '00Q000000000001AAA', object: 'Lead' as const, name: 'M. Gagnon' };
    const one = await opened(t, {
        parts: {
            watch: {
                ambiguousNumbers: async () => [
                    { number: NUMBER, candidates: [PERSON, other], activities: 3, newestActivityKey: 'call_AC1' }
                ],
                duplicates: async () => [{ candidates: [PERSON, other], activities: 2 }],
                unreadableNumbers: async () => [{ ...PERSON, field: 'Phone', text: 'ask Luc' }],
                countUnreadable: async () => 4_321,
                unownedTasks: async () => [
                    { activityKey: 'call_AC1', title: 'Incoming call', salesforceId: '00T000000000001AAA' }
                ]
            }
        }
    });
    const text = await one.read('/quality');
    assert.match(text, /\+15145550142 Marie Gagnon ?, M\. Gagnon 3/);
    assert.match(text, /\(4,?321\)/);
    assert.match(text, /Marie Gagnon Phone ask Luc/);
    for (const id of [PERSON.id, other.id, '00T000000000001AAA'])
        assert.match(one.admin.page(), new RegExp(`href="https://acme\\.my\\.salesforce\\.com/${id}"`));
});

test('a number is forgotten as it is typed; what that came to is told, and who still has it is named', async (t) => {
    for (const [language, words] of [
        ['en', /2 calls and conversations, 9 facts, 4 deliveries/],
        ['fr', /2 appels et conversations, 9 faits, 4 livraisons/]
    ] as const) {
        const one = await forgetting(t, {}, language);
        const text = await one.send('/forget', { number: '(514) 555-0142' });
        assert.match(text, words);
        assert.match(text, /pseudonym-1/);
        assert.match(text, /Marie Gagnon \(Contact\)/);
        assert.deepEqual(one.forgotten[0], [NUMBER, { records: false, leads: false }]);
    }
});

test('the log and the reports tell counts and the code, and never the number or a name', async (t) => {
    const one = await forgetting(t);
    await one.send('/forget', { number: '(514) 555-0142' });
    const [entry] = audited(one);
    assert.deepEqual(entry, [
        'number.forgotten',
        { mark: 'pseudonym-1', activities: 2, facts: 9, deliveries: 4, records: 1, people: 1, failed: [] }
    ]);
    const log = JSON.stringify(one.it.store.audited) + JSON.stringify(one.it.logged);
    assert.doesNotMatch(log, /5550142|Marie/);
    const text = await one.read('/quality');
    assert.match(text, /pseudonym-1/);
    assert.doesNotMatch(text, /555-?0142/);
});

test('what is no number is refused, and neither forgotten nor written down anywhere', async (t) => {
    const one = await forgetting(t);
    for (const number of ['', 'Marie Gagnon', '12', '5550142 or so', '<script>']) {
        await one.read('/quality');
        assert.match(await one.send('/forget', { number }), /WEB-VALUE/, number);
    }
    assert.deepEqual([one.forgotten, audited(one)], [[], []]);
    assert.doesNotMatch(JSON.stringify(one.it.logged), /Marie Gagnon|or so/);
});

test('records are deleted in Salesforce only where that box was ticked', async (t) => {
    const one = await forgetting(t);
    await one.send('/forget', { number: NUMBER });
    assert.deepEqual(one.it.salesforce.org.removed, []);
    await one.read('/quality');
    await one.send('/forget', { number: NUMBER, records: 'on' });
    assert.deepEqual(one.it.salesforce.org.removed, ['00T000000000001AAA']);
});

test('what could not be done in Salesforce is told with its remedy, beside what was done here', async (t) => {
    const one = await forgetting(t, {}, 'en', ({ salesforce }) => {
        salesforce.org.remove = () =>
            Promise.reject(new OrgUnavailable('forbidden', { code: 'SF-DELETE-RIGHT', seen: 'Task' }));
    });
    const text = await one.send('/forget', { number: NUMBER, records: 'on' });
    assert.match(text, /pseudonym-1/);
    assert.match(text, /SF-DELETE-RIGHT/);
    assert.deepEqual(audited(one)[0]?.[1]['failed'], ['SF-DELETE-RIGHT']);
});

test('a number of the workspace itself is not forgotten: every call has it', async (t) => {
    const one = await forgetting(t);
    await one.read('/preferences');
    await one.read('/quality');
    assert.match(await one.send('/forget', { number: '514 555 0100' }), /WEB-OWN-NUMBER/);
    assert.deepEqual(one.forgotten, []);
});
