import assert from 'node:assert/strict';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/max';
import { test } from 'node:test';
import {
    E164,
    FIELD_NAME,
    INBOX_ID,
    ORG_USER_ID,
    OWNER,
    QUO_USER_ID,
    REGION,
    TIME_ZONE
} from '../../../src/domain/preferences/formats.ts';

test('every country whose numbers can be read can be chosen as the one whose numbers are read', () => {
    assert.deepEqual(
        getCountries().filter((country) => !REGION.matches(country)),
        []
    );
});

test('a country’s other name, a union, and letters that are nobody’s are no country', () => {
    for (const wrong of ['UK', 'EU', 'UN', 'ZZ', 'QQ', 'AA', 'XA', 'ca', 'C', 'CAN', 'C1', '', ' CA', 'CA\n'])
        assert.equal(REGION.matches(wrong), false, JSON.stringify(wrong));
});

test('whatever is typed as a country is judged, and never throws', () => {
    fc.assert(
        fc.property(fc.string({ maxLength: 4, unit: 'binary' }), (text) => {
            assert.equal(typeof REGION.matches(text), 'boolean');
            assert.equal(typeof TIME_ZONE.matches(text), 'boolean');
        })
    );
});

test('a time zone is one that this machine can tell the time in', () => {
    for (const zone of ['America/Toronto', 'Europe/Paris', 'UTC', 'Asia/Kolkata', 'America/St_Johns'])
        assert.ok(TIME_ZONE.matches(zone), zone);
    for (const wrong of ['Mars/Olympus', 'Toronto', '', 'America/', '../etc/passwd'])
        assert.ok(!TIME_ZONE.matches(wrong), wrong);
});

test('a number is kept without what people put between its digits', () => {
    const { tidy = (text: string) => text } = E164;
    for (const typed of ['+1 514 555-0123', '+1 (514) 555.0123', '+15145550123', '+1 514 555 0123'])
        assert.ok(E164.matches(tidy(typed)), typed);
    for (const wrong of ['5145550123', '+0123', '+1', '+1514555012345678', '+1514x', ''])
        assert.ok(!E164.matches(wrong), wrong);
});

test('ids are of the kind that belongs there', () => {
    const [short, long] = ['005000000000001', '005000000000001AAA'];
    for (const id of [short, long]) assert.ok(ORG_USER_ID.matches(id) && OWNER.matches(id), id);
    assert.ok(OWNER.matches('00G000000000001AAA') && !ORG_USER_ID.matches('00G000000000001AAA'));
    assert.ok(OWNER.matches('dispatch@acme.example') && !OWNER.matches('dispatch at acme'));
    for (const wrong of ['003000000000001', '00500000000001', `${long}A`, ''])
        assert.ok(!ORG_USER_ID.matches(wrong), wrong);
    assert.ok(
        INBOX_ID.matches('PNabc') &&
            !INBOX_ID.matches('US1') &&
            QUO_USER_ID.matches('US1') &&
            !QUO_USER_ID.matches('SYU1')
    );
});

test('a field’s name is one that a query can hold', () => {
    for (const name of ['Phone', 'Direct_Line__c', 'ns__Field__c', 'X1']) assert.ok(FIELD_NAME.matches(name), name);
    for (const wrong of ['1X', '_x', 'A B', "A'; DELETE", 'A.B', '']) assert.ok(!FIELD_NAME.matches(wrong), wrong);
});
