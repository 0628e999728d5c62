import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { fitField } from '../../../src/domain/records/fit-field.ts';
import { simulatedOrg } from './simulated-org.ts';

const PACKAGE = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const LIST = (restricted: boolean): string => `<valueSet><restricted>${restricted}</restricted><valueSetDefinition>
    <sorted>false</sorted>
    <value><fullName>flat</fullName><default>false</default><label>Toit plat</label></value>
    <value><fullName>pitched</fullName><default>false</default><label>Toit en pente</label></value>
</valueSetDefinition></valueSet>`;

/** An admin's own fields, of every type that can take an answer. */
const OWN: Readonly<Record<string, string>> = {
    Line: '<type>Text</type><length>40</length>',
    Note: '<type>TextArea</type>',
    Story: '<type>LongTextArea</type><length>5000</length><visibleLines>3</visibleLines>',
    Rich: '<type>Html</type><length>5000</length><visibleLines>10</visibleLines>',
    Strict: `<type>Picklist</type>${LIST(true)}`,
    Open: `<type>Picklist</type>${LIST(false)}`,
    Several: `<type>MultiselectPicklist</type><visibleLines>4</visibleLines>${LIST(true)}`,
    Urgent: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    Seats: '<type>Number</type><precision>6</precision><scale>0</scale>',
    Budget: '<type>Currency</type><precision>10</precision><scale>2</scale>',
    Share: '<type>Percent</type><precision>5</precision><scale>2</scale>',
    Wanted: '<type>Date</type>',
    Meeting: '<type>DateTime</type>',
    Mobile: '<type>Phone</type>',
    Mail: '<type>Email</type>',
    Site: '<type>Url</type>'
};

function ownFields(): string {
    const folder = mkdtempSync(join(tmpdir(), 'own-fields-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const fields = join(folder, 'objects', 'Sona_Call__c', 'fields');
    mkdirSync(fields, { recursive: true });
    for (const [name, xml] of Object.entries(OWN))
        writeFileSync(
            join(fields, `${name}__c.field-meta.xml`),
            `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
            <fullName>${name}__c</fullName><label>${name}</label><required>false</required>${xml}</CustomField>`
        );
    return folder;
}

test('what is told of a field decides what it is given: the org takes every answer, and finds none amiss', async () => {
    const { org, records } = await simulatedOrg({ packages: [PACKAGE, ownFields()] });
    const shapes = (await org.sonaFields?.()) ?? {};
    assert.deepEqual([shapes['story__c']?.length, shapes['rich__c']?.isHtml], [5_000, true]);
    assert.deepEqual([shapes['strict__c']?.isRestricted, shapes['open__c']?.isRestricted], [true, false]);
    assert.equal(shapes['quo_call_id__c']?.isWritable, true);
    const answer = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6_000 }),
        fc.double({ noNaN: true }),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom(
            'Toit plat',
            'flat, pitched',
            'oui',
            '2026-12-24',
            '1 200,50 $',
            'jean@exemple.ca',
            '418 555-0001'
        )
    );
    const said = fc.record(Object.fromEntries(Object.keys(OWN).map((name) => [`${name}__c`, answer])));
    let n = 0;
    const property = fc.asyncProperty(said, async (answers) => {
        n += 1;
        const fields = Object.fromEntries(
            Object.entries(answers).flatMap(([name, value]) => {
                const shape = shapes[name.toLowerCase()];
                assert.ok(shape, name);
                const result = fitField(value, shape, { yes: 'Oui', no: 'Non' });
                return 'value' in result ? [[name, result.value] as const] : [];
            })
        );
        const key = `AC${n}`;
        const [result] = await org.write([
            { draft: { object: 'Sona_Call__c', keyField: 'Quo_Call_Id__c', key, fields } }
        ]);
        assert.ok(result?.ok, JSON.stringify(result));
    });
    await fc.assert(property, { numRuns: 60 });
    assert.equal((await records('Sona_Call__c')).length, n);
});
