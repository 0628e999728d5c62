import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { directoryOrg } from './directory-org.ts';
import { refusal, SETTINGS } from './fake-org.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const NUMBER = '+15145550123';
const ENCRYPTED = { customization: { encryptedFields: ['Contact.MobilePhone', 'Lead.Phone'] } };

test('a number in an encrypted field is found by the search index, however it is usually written', async () => {
    for (const typed of ['5145550123', '(514) 555-0123', '+1 514 555 0123', '15145550123', '514.555.0123 x12']) {
        const simulated = await simulatedOrg(ENCRYPTED);
        const ids = await simulated.seed([record('Contact', 'marie', { LastName: 'Tremblay', MobilePhone: typed })]);
        const found = await simulated.org.findByNumbers([NUMBER]);
        assert.deepEqual(
            found.map(({ id }) => id),
            [ids.marie],
            typed
        );
    }
});

test('a number of another country is found as it is written at home and abroad', async () => {
    for (const typed of ['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678', '0612345678']) {
        const simulated = await simulatedOrg(ENCRYPTED, { region: 'FR' });
        const ids = await simulated.seed([record('Contact', 'luc', { LastName: 'Roy', MobilePhone: typed })]);
        const found = await simulated.org.findByNumbers(['+33612345678']);
        assert.deepEqual(
            found.map(({ id }) => id),
            [ids.luc],
            typed
        );
    }
});

test('what the index finds beside the number, and converted leads, are nobody’s; everybody is found once', async () => {
    const simulated = await simulatedOrg(ENCRYPTED);
    const ids = await simulated.seed([
        record('Contact', 'marie', { LastName: 'Tremblay', Phone: '514-555-0123', MobilePhone: '514-555-0123' }),
        record('Contact', 'other', { LastName: 'Roy', MobilePhone: '+44 514 555 0123' }),
        record('Lead', 'lead', { LastName: 'Gagnon', Company: 'Nord', Phone: '514 555 0123' })
    ]);
    const found = await simulated.org.findByNumbers([NUMBER, '+15145550999']);
    assert.deepEqual(found.map(({ id }) => id).sort(), [String(ids.lead), String(ids.marie)].sort());
});

test('many numbers are searched in several requests, each short enough to be run', async () => {
    const simulated = await simulatedOrg(ENCRYPTED);
    const numbers = Array.from({ length: 60 }, (_, n) => `+1514555${String(2000 + n)}`);
    await simulated.seed(
        [0, 25, 59].map((n) =>
            record('Contact', `c${n}`, { LastName: `L${n}`, MobilePhone: `514 555 ${String(2000 + n)}` })
        )
    );
    const found = await simulated.org.findByNumbers(numbers);
    assert.deepEqual(found.map(({ name }) => name).sort(), ['L0', 'L25', 'L59']);
});

test('a search that is refused stops nobody: what a query finds is found all the same', async () => {
    for (const [code, status] of [
        ['MALFORMED_SEARCH', 400],
        ['INVALID_FIELD', 400],
        ['INSUFFICIENT_ACCESS', 403],
        ['QUERY_TIMEOUT', 400]
    ] as const) {
        const fake = directoryOrg(
            (question, resource) => {
                if (resource === 'search') return { status, body: refusal(code) };
                return question.includes('FROM Lead') ? [{ Id: '00QA', Name: 'L', Phone: '514-555-0123' }] : [];
            },
            undefined,
            new Set(['Contact.Phone'])
        );
        const found = await connectOrg(SETTINGS, fake.dependencies).findByNumbers([NUMBER]);
        assert.deepEqual(
            found.map(({ id }) => id),
            ['00QA'],
            code
        );
    }
});

test('an org whose phone fields can all be filtered is never searched', async () => {
    const fake = directoryOrg(() => undefined);
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.findByNumbers([NUMBER]);
    assert.ok(!fake.queries.some(({ resource }) => resource === 'search'));
    assert.deepEqual(await org.fieldsNotFiltered?.(), []);
});

test('which fields are searched instead is told', async () => {
    const { org } = await simulatedOrg(ENCRYPTED);
    assert.deepEqual(await org.fieldsNotFiltered?.(), ['Contact.MobilePhone', 'Lead.Phone']);
});
