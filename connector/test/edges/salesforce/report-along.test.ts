import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectionReport } from '../../../src/contracts/salesforce.ts';
import { ACME } from './acme.ts';
import { simulatedOrg } from './simulated-org.ts';

const FIELDS = { Console_URL__c: 'https://quo.example.com/console/default', Waiting__c: 3, Parked__c: 0 };

function reportOf(answers: boolean[], fields: ConnectionReport['fields'] = FIELDS): ConnectionReport {
    return { key: 'a1', fields, onAnswer: (isTaken) => void answers.push(isTaken) };
}

for (const namespace of [undefined, 'quo'])
    test(`the connector’s own record costs no API call, ${namespace === undefined ? 'without' : 'with'} a namespace`, async () => {
        const simulated = await simulatedOrg(namespace === undefined ? {} : { namespace });
        await simulated.seed(ACME);
        const answers: boolean[] = [];
        let people = 0;
        const read = (report?: ConnectionReport) =>
            simulated.org.changes({}, async (page) => void (people += page.people.length), report);
        await read();
        const [before, some] = [simulated.org.calls(), people];
        await read();
        const alone = simulated.org.calls() - before;
        await read(reportOf(answers));
        await read(reportOf(answers, { ...FIELDS, Waiting__c: 0 }));
        assert.equal(simulated.org.calls() - before, 3 * alone);
        assert.equal(people, 4 * some);
        assert.deepEqual(answers, [true, true]);
        const prefix = namespace === undefined ? '' : `${namespace}__`;
        const soql = `SELECT ${prefix}Waiting__c, ${prefix}Console_URL__c FROM ${prefix}Quo_Connection__c`;
        const [, found] = await simulated.as(undefined, 'GET', `/query?q=${encodeURIComponent(soql)}`);
        assert.deepEqual(
            (found['records'] as Record<string, unknown>[]).map((one) => [
                one[`${prefix}Waiting__c`],
                one[`${prefix}Console_URL__c`]
            ]),
            [[0, FIELDS.Console_URL__c]]
        );
    });

test('an org that does not take the record keeps nothing from being read', async () => {
    const simulated = await simulatedOrg();
    await simulated.seed(ACME);
    const answers: boolean[] = [];
    const names: string[] = [];
    await simulated.org.changes(
        {},
        async ({ people }) => void names.push(...people.map(({ name }) => name)),
        reportOf(answers, { Of_A_Later_Package__c: 1 })
    );
    assert.deepEqual(answers, [false]);
    assert.ok(names.includes('Marie Tremblay'));
});
