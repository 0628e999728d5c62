import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Org } from '../../../src/contracts/salesforce.ts';
import { simulatedOrg } from './simulated-org.ts';

const NUMBER = '+15145550123';
const LEAD = {
    draft: {
        object: 'Lead',
        keyField: 'Quo_Phone__c',
        key: NUMBER,
        fields: {},
        createOnly: { LastName: '(514) 555-0123', Company: 'Inconnu', Phone: NUMBER }
    }
} as const;

async function told(org: Org): Promise<readonly Person[]> {
    const people: Person[] = [];
    await org.changes({}, async (page) => void people.push(...page.people));
    return people;
}

for (const namespace of [undefined, 'quo'])
    test(`the number that a lead was made for is told under our name, before its other fields (namespace: ${namespace})`, async () => {
        const { org, session } = await simulatedOrg({ namespace });
        const [made] = await org.write([LEAD]);
        assert.ok(made?.ok);
        const mine = async (): Promise<Person | undefined> => (await told(org)).find(({ id }) => id === made.id);
        assert.deepEqual(JSON.parse(JSON.stringify((await mine())?.numbers)), [
            { e164: NUMBER, field: 'Quo_Phone__c' }
        ]);
        await session.request({ method: 'PATCH', path: `/sobjects/Lead/${made.id}`, body: { Phone: '418 555-0001' } });
        assert.deepEqual(
            (await mine())?.numbers.map(({ e164, field }) => [e164, field]),
            [
                [NUMBER, 'Quo_Phone__c'],
                ['+14185550001', 'Phone']
            ],
            'the caller is still found after a rep corrected the number'
        );
        assert.deepEqual(
            (await org.findByNumbers([NUMBER])).map(({ id }) => id),
            [made.id]
        );
    });

test('the number of a lead that was converted leads to who stands for it, merges since included; and else to nobody', async () => {
    const { org, control, as } = await simulatedOrg();
    const [made] = await org.write([LEAD]);
    assert.ok(made?.ok);
    const { contactId } = await control('POST', '/convert', { leadId: made.id });
    const again = async (): Promise<unknown> => {
        const [result] = await org.write([LEAD]);
        assert.ok(result?.ok === false);
        return result.convertedInto;
    };
    assert.equal(await again(), contactId);
    const [, { id: master }] = await as(undefined, 'POST', '/sobjects/Contact', { LastName: 'Gardée' });
    await control('POST', '/merge', { type: 'Contact', master, losers: [contactId] });
    assert.equal(await again(), master);
    await as(undefined, 'DELETE', `/sobjects/Contact/${String(master)}`);
    assert.equal(await again(), null);
});
