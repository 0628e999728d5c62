import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { contractOrg, type Outcome, type Refusal } from '../contract-org.ts';

const folder = await mkdtemp(join(tmpdir(), 'org-field-types-'));
after(() => rm(folder, { recursive: true }));
const picklist = (type: string, restricted: boolean): string =>
    `<type>${type}</type><valueSet><restricted>${restricted}</restricted><valueSetDefinition>` +
    ['One', 'Two', 'Three'].map((name) => `<value><fullName>${name}</fullName></value>`).join('') +
    '</valueSetDefinition></valueSet>';
const FIELDS: Readonly<Record<string, string>> = {
    Text__c: '<type>Text</type><length>10</length>',
    Key__c: '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>',
    Loose__c: '<type>Text</type><length>20</length><unique>true</unique><caseSensitive>false</caseSensitive>',
    Long__c: '<type>LongTextArea</type><length>1000</length>',
    Number__c: '<type>Number</type><precision>6</precision><scale>2</scale>',
    Whole__c: '<type>Number</type><precision>4</precision><scale>0</scale>',
    Percent__c: '<type>Percent</type><precision>5</precision><scale>1</scale>',
    Money__c: '<type>Currency</type><precision>8</precision><scale>2</scale>',
    Check__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    Day__c: '<type>Date</type>',
    Moment__c: '<type>DateTime</type>',
    Mail__c: '<type>Email</type>',
    Phone__c: '<type>Phone</type>',
    Link__c: '<type>Url</type>',
    Strict__c: picklist('Picklist', true),
    Open__c: picklist('Picklist', false),
    Many__c: picklist('MultiselectPicklist', true),
    Needed__c: '<type>Text</type><length>10</length><required>true</required>',
    Who__c: '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Things</relationshipName>'
};
const base = join(folder, 'objects', 'Thing__c');
await mkdir(join(base, 'fields'), { recursive: true });
const XML = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
await writeFile(
    join(base, 'Thing__c.object-meta.xml'),
    `<CustomObject ${XML}><label>Thing</label><pluralLabel>Things</pluralLabel><nameField><type>Text</type><label>Name</label></nameField></CustomObject>`
);
for (const [name, body] of Object.entries(FIELDS)) {
    await writeFile(
        join(base, 'fields', `${name}.field-meta.xml`),
        `<CustomField ${XML}><fullName>${name}</fullName><label>${name.slice(0, -3)}</label>${body}</CustomField>`
    );
}
const org = await contractOrg({ metadata: [folder] });
const contact = await org.create('Contact', { LastName: 'Roy' });
const account = await org.create('Account', { Name: 'Acme' });

/** Field, what is sent, what is read afterwards. */
const STORED: readonly (readonly [string, unknown, unknown])[] = [
    ['Text__c', '0123456789', '0123456789'],
    ['Text__c', '  a b  ', 'a b'],
    ['Text__c', '', null],
    ['Text__c', null, null],
    ['Long__c', 'a\nb\tc', 'a\nb\tc'],
    ['Number__c', 1234.567, 1234.57],
    ['Number__c', -0.004, 0],
    ['Number__c', 0, 0],
    ['Whole__c', 12.4, 12],
    ['Percent__c', 99.94, 99.9],
    ['Money__c', 999_999.99, 999_999.99],
    ['Check__c', true, true],
    ['Day__c', '2024-02-29', '2024-02-29'],
    ['Moment__c', '2026-01-31T12:00:00Z', '2026-01-31T12:00:00.000+0000'],
    ['Moment__c', '2026-01-31T12:00:00.987-05:00', '2026-01-31T17:00:00.000+0000'],
    ['Moment__c', '2026-01-31T12:00:00.000+0000', '2026-01-31T12:00:00.000+0000'],
    ['Mail__c', 'a.b+c@example.co.uk', 'a.b+c@example.co.uk'],
    ['Phone__c', 'ext. 12, (514) 555-0100', 'ext. 12, (514) 555-0100'],
    ['Link__c', 'https://example.com/?a=b', 'https://example.com/?a=b'],
    ['Strict__c', 'two', 'Two'],
    ['Open__c', 'Something else', 'Something else'],
    ['Many__c', 'One;Three', 'One;Three'],
    ['Who__c', contact.slice(0, 15), contact]
];

test('each type of field keeps what it can hold, in its own form (Object Reference, Field Types)', async () => {
    for (const [field, sent, expected] of STORED) {
        const id = await org.create('Thing__c', { Needed__c: 'x', [field]: sent });
        const read = (await org.record('Thing__c', id))[field];
        assert.deepEqual(read, expected, `${field}: ${JSON.stringify(sent)}`);
    }
});

/** Field, what is sent, the code; the message and the fields where they are documented. */
const REFUSED: readonly (readonly [string, unknown, string, string?])[] = [
    ['Text__c', '01234567890', 'STRING_TOO_LONG', 'Text: data value too large: 01234567890 (max length=10)'],
    ['Long__c', 'x'.repeat(1001), 'STRING_TOO_LONG'],
    ['Phone__c', '1'.repeat(41), 'STRING_TOO_LONG'],
    ['Link__c', `https://e.com/${'x'.repeat(250)}`, 'STRING_TOO_LONG'],
    ['Number__c', 12_345, 'NUMBER_OUTSIDE_VALID_RANGE', 'Number: value outside of valid range on numeric field: 12345'],
    ['Whole__c', 99_999, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['Mail__c', 'nobody', 'INVALID_EMAIL_ADDRESS', 'Mail: invalid email address: nobody'],
    ['Mail__c', 'a@b@example.com', 'INVALID_EMAIL_ADDRESS'],
    [
        'Strict__c',
        'Four',
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Strict: bad value for restricted picklist field: Four'
    ],
    ['Many__c', 'One;Four', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['Who__c', account, 'FIELD_INTEGRITY_EXCEPTION'],
    ['Who__c', 'nonsense', 'MALFORMED_ID'],
    ['Who__c', `${contact.slice(0, 10)}99999`, 'INVALID_CROSS_REFERENCE_KEY'],
    ['Needed__c', '', 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Needed__c]'],
    ['Needed__c', '   ', 'REQUIRED_FIELD_MISSING'],
    ['CreatedDate', '2020-01-01T00:00:00Z', 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['IsDeleted', true, 'INVALID_FIELD_FOR_INSERT_UPDATE']
];

test('what a type cannot hold is refused by its code, naming the field (SOAP guide, API Fault and Status Codes)', async () => {
    for (const [field, sent, errorCode, message] of REFUSED) {
        const label = `${field}: ${JSON.stringify(sent).slice(0, 60)}`;
        const error = await org.refused(400, 'POST', 'sobjects/Thing__c', { Needed__c: 'x', [field]: sent });
        assert.equal(error.errorCode, errorCode, label);
        if (message !== undefined) assert.equal(error.message, message);
        if (errorCode !== 'INVALID_CROSS_REFERENCE_KEY') assert.deepEqual(error.fields, [field], label);
    }
});

test('a value of another JSON kind stops the parser (REST guide, JSON_PARSER_ERROR)', async () => {
    const wrong: readonly (readonly [string, unknown])[] = [
        ['Text__c', 12],
        ['Text__c', { a: 1 }],
        ['Number__c', 'many'],
        ['Number__c', true],
        ['Check__c', 'yes'],
        ['Check__c', 1],
        ['Day__c', '31/01/2026'],
        ['Day__c', '2026-02-30'],
        ['Day__c', 5],
        ['Moment__c', '2026-01-31'],
        ['Moment__c', '2026-01-31T25:00:00Z'],
        ['Who__c', 5]
    ];
    for (const [field, sent] of wrong) {
        const error = await org.refused(400, 'POST', 'sobjects/Thing__c', { Needed__c: 'x', [field]: sent });
        assert.equal(error.errorCode, 'JSON_PARSER_ERROR', `${field}: ${JSON.stringify(sent)}`);
    }
});

test('uniqueness minds case only where the field says so (Metadata API guide, caseSensitive)', async () => {
    await org.create('Thing__c', { Needed__c: 'x', Key__c: 'Abc', Loose__c: 'Abc' });
    await org.create('Thing__c', { Needed__c: 'x', Key__c: 'abc' });
    const error = await org.refused(400, 'POST', 'sobjects/Thing__c', { Needed__c: 'x', Loose__c: 'ABC' });
    assert.match(error.message, /^duplicate value found: Loose__c duplicates value on record with id: a\w{14}$/);
    assert.equal((await org.query("SELECT Id FROM Thing__c WHERE Key__c = 'ABC'")).length, 0);
    assert.equal((await org.query("SELECT Id FROM Thing__c WHERE Loose__c = 'ABC'")).length, 1);
});

test('any Unicode text is stored as it came, or refused as too long (SOAP guide, STRING_TOO_LONG)', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 14 }).filter((one) => one.trim() !== '');
    await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (list) => {
            const records = list.map((one) => ({ attributes: { type: 'Thing__c' }, Needed__c: 'x', Text__c: one }));
            const { body } = await org.call<Outcome[]>('POST', 'composite/sobjects', { records });
            for (const [index, outcome] of body.entries()) {
                const sent = (list[index] as string).trim();
                if (!outcome.success) {
                    assert.ok(sent.length > 10);
                    assert.equal(outcome.errors[0]?.statusCode, 'STRING_TOO_LONG');
                } else assert.equal((await org.record('Thing__c', outcome.id as string)).Text__c, sent);
            }
        }),
        { numRuns: 15 }
    );
});

test('one save names the first thing that is wrong with it and changes nothing', async () => {
    const id = await org.create('Thing__c', { Needed__c: 'x', Text__c: 'before' });
    const answer = await org.call<Refusal[]>('PATCH', `sobjects/Thing__c/${id}`, { Text__c: 'after', Strict__c: 'no' });
    assert.deepEqual([answer.status, answer.body.length], [400, 1]);
    assert.equal((await org.record('Thing__c', id)).Text__c, 'before');
});
