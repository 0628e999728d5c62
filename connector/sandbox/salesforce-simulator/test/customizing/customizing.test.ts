import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildOrg } from '../../build-org.ts';
import type { Customization } from '../../customizing/customization.ts';
import { contractOrg } from '../contract-org.ts';

const RULE = { object: 'Lead', name: 'Phone_Format', message: 'Ten digits, please', field: 'Phone' };

const org = await contractOrg({
    customization: {
        fields: {
            Activity: [
                { name: 'Region__c', label: 'Region', type: 'string', length: 20, custom: true, nillable: false }
            ],
            User: [{ name: 'Bypass__c', label: 'Bypass', type: 'boolean', custom: true }]
        },
        picklists: [{ object: 'Lead', field: 'LeadSource', values: [{ value: 'Fair' }], restricted: true }],
        validationRules: [
            { ...RULE, formula: 'AND(NOT($User.Bypass__c), NOT(REGEX(Phone, "[0-9]{10}")))' },
            { object: 'Task', name: 'Date_Stays', formula: 'ISCHANGED(ActivityDate)', message: 'The date stays' }
        ]
    }
});

test('a custom field that is required is required of every record', async () => {
    const refusal = await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'Call' });
    assert.deepEqual([refusal.errorCode, refusal.fields], ['REQUIRED_FIELD_MISSING', ['Region__c']]);
    await org.create('Task', { Subject: 'Call', Region__c: 'North' });
});

test('a restricted picklist takes the values that the org gave it and no other', async () => {
    const lead = { LastName: 'Roy', Company: 'Roy', Phone: '5145550199' };
    await org.create('Lead', { ...lead, LeadSource: 'Fair' });
    const refusal = await org.refused(400, 'POST', 'sobjects/Lead', { ...lead, LeadSource: 'Web' });
    assert.equal(refusal.errorCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
});

test('a validation rule looks at the record as it would be saved, as it was, and at the user', async () => {
    const lead = { LastName: 'Roy', Company: 'Roy', Phone: '+15145550199' };
    assert.deepEqual(await org.refused(400, 'POST', 'sobjects/Lead', lead), {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Ten digits, please',
        fields: ['Phone']
    });
    const [admin] = await org.query('SELECT Id FROM User');
    assert.equal((await org.call('PATCH', `sobjects/User/${String(admin?.Id)}`, { Bypass__c: true })).status, 204);
    await org.create('Lead', lead);

    const task = await org.create('Task', { Subject: 'Call', Region__c: 'North', ActivityDate: '2026-03-02' });
    assert.equal((await org.call('PATCH', `sobjects/Task/${task}`, { Subject: 'Called' })).status, 204);
    const refusal = await org.refused(400, 'PATCH', `sobjects/Task/${task}`, { ActivityDate: '2026-03-03' });
    assert.deepEqual([refusal.message, refusal.fields], ['The date stays', []]);
});

test('what a rule needs and the org does not have stops the start with its name', () => {
    const start = (customization: Customization) => () => buildOrg({ customization });
    const rule = (formula: string): Customization => ({ validationRules: [{ ...RULE, formula }] });
    assert.throws(start(rule('ISPICKVAL(Rating__c, "Hot")')), /Lead\.Phone_Format.*Rating__c/);
    assert.throws(start(rule('VLOOKUP(Phone, Phone, Phone)')), /Lead\.Phone_Format.*VLOOKUP/);
    assert.throws(start({ validationRules: [{ ...RULE, object: 'Contract', formula: 'TRUE' }] }), /no object Contract/);
    assert.throws(start({ validationRules: [{ ...RULE, field: 'Fon', formula: 'TRUE' }] }), /Lead has no field Fon/);
    assert.throws(start({ picklists: [{ object: 'Lead', field: 'Sauce', values: [] }] }), /Lead has no field Sauce/);
    assert.throws(start({ encryptedFields: ['Contract.Phone'] }), /no object Contract/);
    assert.throws(start({ recordTypes: [{ object: 'Contract', developerName: 'A' }] }), /no object Contract/);
    assert.throws(
        start({ recordTypes: [{ object: 'Task', developerName: 'A', picklists: { Status: [{ value: 'Nope' }] } }] }),
        /Task\.A.*Status.*Nope/
    );
});

test('record types and validation rules of a source folder are as binding', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const write = (path: string, root: string, text: string): void => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), `<?xml version="1.0"?><${root}>${text}</${root}>`);
    };
    write(
        'objects/Task/recordTypes/Call.recordType-meta.xml',
        'RecordType',
        `<fullName>Call</fullName><active>true</active><label>Appel</label><picklistValues><picklist>Status</picklist>
         <values><fullName>Waiting on someone else</fullName><default>true</default></values></picklistValues>`
    );
    const rule = (name: string, active: boolean, formula: string): void =>
        write(
            `objects/Lead/validationRules/${name}.validationRule-meta.xml`,
            'ValidationRule',
            `<fullName>${name}</fullName><active>${active}</active><errorMessage>No</errorMessage>
             <errorConditionFormula>${formula}</errorConditionFormula>`
        );
    rule('Named', true, 'AND(ISBLANK(FirstName), Company &lt;&gt; &quot;Roy&quot;)');
    rule('Off', false, 'NONSENSE()');
    const { state } = buildOrg({ metadata: [folder] });
    assert.deepEqual(
        state.schema
            .object('Task')
            ?.recordTypes.map(({ label, picklists }) => [label, picklists.get('Status')?.[0]?.value]),
        [['Appel', 'Waiting on someone else']]
    );
    assert.deepEqual(
        state.validationRules.map(({ name, formula }) => [name, formula]),
        [['Named', 'AND(ISBLANK(FirstName), Company <> "Roy")']]
    );
});

test('a metadata file that is no XML stops the start with its path', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
    t.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'permissionsets'));
    writeFileSync(
        join(folder, 'permissionsets/Broken.permissionset-meta.xml'),
        '<PermissionSet><label></PermissionSet>'
    );
    assert.throws(() => buildOrg({ metadata: [folder] }), /Broken\.permissionset-meta\.xml: not well-formed/);
});

test('duplicate rules look at several objects, on creation only where they say so, and mind sharing', async () => {
    const rule = {
        name: 'Lead_Rule',
        object: 'Lead',
        matches: ['Lead', 'Contact'],
        fields: ['Phone'],
        action: 'block',
        onUpdate: 'allow',
        message: 'Use one of these records?'
    } as const;
    const sharing = { Contact: 'Private' } as const;
    const twins = await contractOrg({ sharing, customization: { duplicateRules: [rule] } });
    const seed = await twins.control('POST', '/seed', {
        records: [
            { attributes: { type: 'User', referenceId: 'rep' }, LastName: 'Rep', Email: 'rep@acme.test' },
            { attributes: { type: 'Contact', referenceId: 'known' }, LastName: 'Known', Phone: '1', OwnerId: '@rep' },
            { attributes: { type: 'Lead', referenceId: 'lead' }, LastName: 'Lead', Company: 'x', Phone: '1' }
        ]
    });
    const lead = { LastName: 'New', Company: 'x', Phone: '1' };
    type Found = { duplicateResult: { matchResults: { entityType: string }[] } };
    const found = async (): Promise<string[]> => {
        const { body } = await twins.call<Found[]>('POST', 'sobjects/Lead', lead);
        return body[0]?.duplicateResult.matchResults.map(({ entityType }) => entityType) ?? [];
    };
    assert.deepEqual(await found(), ['Lead', 'Contact']);
    assert.equal((await twins.call('PATCH', `sobjects/Lead/${String(seed.lead)}`, { Title: 'x' })).status, 204);

    await twins.control('DELETE', '/duplicate-rules');
    await twins.control('POST', '/duplicate-rules', { ...rule, enforcesSharing: true });
    const session = await twins.control('POST', '/sessions', { permissionSets: ['Quo_Integration'] });
    const limited = await twins.call<Found[]>('POST', 'sobjects/Lead', lead, {
        authorization: `Bearer ${session.access_token}`
    });
    assert.deepEqual(
        limited.body[0]?.duplicateResult.matchResults.map(({ entityType }) => entityType),
        ['Lead']
    );
});
