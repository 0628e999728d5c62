import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { optionsOf } from 'salesforce-simulator/habits/options.ts';
import { realOrgs } from 'salesforce-simulator/habits/read-habits.ts';
import type { WriteResult } from '../../../src/contracts/salesforce.ts';
import { leadFor } from '../../../src/domain/people/lead.ts';
import type { Preferences } from '../../../src/domain/preferences/preferences.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import { chosenRecordTypes } from '../../../src/domain/records/task-values.ts';
import { formatNumber } from '../../../src/phone/format.ts';
import { readFieldChoices } from '../../../src/salesforce/field-choices.ts';
import { aCall, aContext } from '../../domain/a-call.ts';
import { simulatedOrg } from './simulated-org.ts';

type Choices = Partial<Preferences>;
const lead = (fields: Readonly<Record<string, string>>): Choices => ({
    leadFields: Object.entries(fields).map(([field, value]) => ({ field, value }))
});

/** What an admin of the org chooses, where its rules refuse what is written by default. */
const CURES: Readonly<Record<string, Choices>> = {
    'org-01': { leadPhoneFormat: 'digits', ...lead({ LastName: 'Unknown caller' }) },
    'org-04': { leadPhoneFormat: 'digits' },
    'org-08': lead({ Rule_Note__c: 'Quo' }),
    'org-18': { leadSource: 'Web', ...lead({ FirstName: 'Unknown', RecordTypeId: 'RT1' }) },
    'org-25': lead({ Status: 'Active' }),
    'org-32': { taskFields: [{ field: 'Status', value: 'Não iniciado' }] },
    'org-38': { leadSource: 'Web', ...lead({ Country: 'Canada' }) },
    'org-41': lead({ Street: '-', City: '-', PostalCode: '-', Country: '-' }),
    'org-46': { leadPhoneFormat: 'digits', defaultRegion: 'PT' },
    'org-53': lead({ Country: 'Canada' }),
    'org-63': lead({ FirstName: 'Unknown' }),
    'org-68': lead({ Email: 'unknown@example.org' }),
    'org-69': lead({ FirstName: 'Unknown' })
};
const CALLERS: Readonly<Record<string, string>> = { 'org-46': '+351912345678' };

/** Lines of the table in the guide to the simulators. */
const parked: string[] = [];

function rowOf(name: string, [task, made]: readonly WriteResult[], choices: Choices): string {
    const why = (result: WriteResult | undefined): string =>
        result?.ok === false ? `\`${(result.note.seen ?? '').replace(/^[A-Z_]+: /, '')}\`` : 'written';
    const keys = Object.entries(choices).map(([key, value]) => {
        const fields = Array.isArray(value) ? value.map((row) => (row as { field: string }).field) : [];
        return fields.length === 0 ? `\`${key}\`` : `\`${key}\` (${fields.join(', ')})`;
    });
    return [name, why(task), why(made), keys.join(', ')].join(' | ');
}

for (const habits of realOrgs()) {
    const { org: name } = habits;
    test(`${name}: a call and its lead are written, or refused by a rule that the org has and that a choice satisfies`, async () => {
        const world = await simulatedOrg(optionsOf(habits));
        const number = CALLERS[name] ?? '+15145550123';
        const write = async (callId: string, choices: Choices): Promise<readonly WriteResult[]> => {
            const { taskFields = [], defaultRegion = 'CA' } = choices;
            const vocabulary = await world.org.vocabulary(chosenRecordTypes(taskFields));
            const match = { status: 'unmatched', reason: { code: 'nobody', number }, duplicates: [] } as const;
            const context = {
                ...aContext({ vocabulary, match, ownerId: undefined }, { unknownCallers: 'lead', ...choices }),
                formatNumber: (one: string) => formatNumber(one, defaultRegion)
            };
            const call = aCall({ id: callId, external: [number] });
            const made = leadFor({ call }, context);
            assert.ok(made);
            return world.org.write([{ draft: callTask(call, context) }, { draft: made }]);
        };
        const rules = [...(habits.rulesThatRefuseCallLoggers ?? [])];
        const first = await write('AC1', {});
        const refused = first.filter((result) => !result.ok);
        for (const { note, remedy } of refused) assert.deepEqual([remedy, note.code], ['park', 'SF-VALIDATION-RULE']);
        assert.equal(refused.length > 0, name in CURES, JSON.stringify([refused, rules]));
        if (refused.length === 0) return;
        parked.push(rowOf(name, first, CURES[name] ?? {}));
        // Whoever chooses a value for a field lets the integration user write it, which the package's sets alone do not.
        await world.control('POST', '/permission-sets', { names: [], profile: 'System Administrator' });
        const { fillable } = await readFieldChoices(world.session, {});
        const offered = (object: 'Task' | 'Lead', rows: Preferences['leadFields'] = []): Preferences['leadFields'] =>
            rows.map((row) => {
                const field = fillable[object].find((one) => one.name === row.field);
                assert.ok(field, `${row.field} is offered`);
                return {
                    ...row,
                    value: field.shape.values?.find(({ label }) => label === row.value)?.value ?? row.value
                };
            });
        const { leadFields, taskFields, ...others } = CURES[name] ?? {};
        const chosen = { leadFields: offered('Lead', leadFields), taskFields: offered('Task', taskFields), ...others };
        const cured = await write('AC2', chosen);
        assert.deepEqual(
            cured.filter((result) => !result.ok),
            []
        );
    });
}

test('the guide to the simulators says what each org refuses, and why', () => {
    const guide = readFileSync(new URL('../../../sandbox/README.md', import.meta.url), 'utf8');
    const rows = guide.split('\n').filter((line) => line.startsWith('| org-'));
    const cells = rows.map((row) =>
        row
            .slice(1, -1)
            .split(/(?<!\\)\|/)
            .map((cell) => cell.trim())
            .join(' | ')
    );
    assert.deepEqual(cells, parked);
});
