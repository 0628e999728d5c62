import { test } from 'node:test';
import assert from 'node:assert/strict';
import { buildOrg } from '../../build-org.ts';
import { compileFormula } from '../../formula/compile.ts';
import type { Row } from '../../records/row.ts';

const NOW = Date.parse('2026-03-02T02:00:00Z');
const org = buildOrg({ clock: () => NOW, timeZone: 'America/Toronto' });

/** What a formula of a lead says about it. */
function said(formula: string, next: Row, previous?: Row): unknown {
    const { schema } = org.state;
    const object = schema.object('Lead') as NonNullable<ReturnType<typeof schema.object>>;
    const record = { object, next, previous, userId: org.standing.adminId };
    return compileFormula(schema, object, formula, 'boolean', 'Rule')(org.state, record);
}

test('a formula compares texts, numbers, dates and checkboxes as Salesforce does', () => {
    assert.equal(said('LastName = "Roy"', { LastName: 'Roy' }), true);
    assert.equal(said('LastName = "roy"', { LastName: 'Roy' }), false);
    assert.equal(said('Phone <> "1" && NOT(IsConverted)', {}), true);
    assert.equal(said('NumberOfEmployees > 3', { NumberOfEmployees: 4 }), true);
    assert.equal(said('AND(LEN(LastName) > 2, CONTAINS(LastName, "o"))', { LastName: 'Roy' }), true);
});

test('REGEX looks at the whole text', () => {
    assert.equal(said('REGEX(Phone, "[0-9]{10}")', { Phone: '5145550199' }), true);
    assert.equal(said('REGEX(Phone, "[0-9]{10}")', { Phone: '+15145550199' }), false);
    assert.equal(said(String.raw`REGEX(Phone, "\\+\\d+")`, { Phone: '+15145550199' }), true);
    assert.equal(said('REGEX(Phone, "[0-9]{10}")', {}), false);
});

test('an empty picklist is the empty text to ISPICKVAL', () => {
    assert.equal(said('ISPICKVAL(LeadSource, "")', {}), true);
    assert.equal(said('ISPICKVAL(LeadSource, "Web")', { LeadSource: 'Web' }), true);
});

test('ISNEW, ISCHANGED and PRIORVALUE tell a creation from a change', () => {
    assert.equal(said('ISNEW()', {}), true);
    assert.equal(said('ISNEW()', {}, {}), false);
    assert.equal(said('ISCHANGED(LastName)', { LastName: 'Roy' }), false);
    assert.equal(said('ISCHANGED(LastName)', { LastName: 'Roy' }, { LastName: 'Roi' }), true);
    assert.equal(said('ISCHANGED(LastName)', { LastName: 'Roy' }, { LastName: 'Roy' }), false);
    assert.equal(said('ISPICKVAL(PRIORVALUE(Status), "New")', { Status: 'Old' }, { Status: 'New' }), true);
    assert.equal(said('PRIORVALUE(LastName) = "Roy"', { LastName: 'Roy' }), true);
});

test("TODAY is the org's day by the org's clock", () => {
    assert.equal(said('DATEVALUE("2026-03-01") = TODAY()', {}), true);
    assert.equal(said('NOW() = CreatedDate', { CreatedDate: NOW }), true);
});

test('a formula looks at the user and at parents', () => {
    assert.equal(said('$Profile.Name = "System Administrator"', {}), true);
    assert.equal(said('$User.LastName = "User" && ISBLANK($User.CompanyName)', {}), true);
    assert.equal(said('CreatedBy.Email = "admin@simulated.org"', { CreatedById: org.standing.adminId }), true);
});

test('functions and fields are read whatever their case, and texts and comments are left as they are', () => {
    assert.equal(said('and(/* isblank(x) */ isblank(phone), LASTNAME = "isblank(phone)")', {}), false);
    assert.equal(said('or(isBlank(phone), lastname = "x")', {}), true);
});

test('what is not known is refused with its name', () => {
    for (const [formula, name] of [
        ['VLOOKUP(LastName, LastName, LastName)', 'VLOOKUP'],
        ['Nothing__c = "x"', 'Nothing__c'],
        ['$Setup.Switch__c.Off__c', '$Setup'],
        ['ISCHANGED(LEFT(LastName, 2))', 'ISCHANGED']
    ] as const) {
        assert.throws(() => said(formula, {}), new RegExp(`^Error: Rule: .*${name.replace('$', '\\$')}`), formula);
    }
    assert.throws(() => said('ISPICKVAL(Status', {}), /^Error: Rule: /);
    assert.throws(() => said('Status = "New"', {}), /^Error: Rule: .*picklist/);
});
