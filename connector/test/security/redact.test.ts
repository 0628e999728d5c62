import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { redact } from '../../src/redact.ts';

for (const [said, kept] of [
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['at 2026-11-20T16:00:00.000Z', 'at 2026-11-20T16:00:00.000Z'],
    ['record 00T5f00000AbCdEEA1 of call_AC0123456789abcdef', 'record 00T5f00000AbCdEEA1 of call_AC0123456789abcdef'],
    ['postgres://marie:s3cret@db.example.com/quo', 'postgres://…@db.example.com/quo'],
    ['GET https://example.com/a?token=abc failed', 'GET https://example.com/a?… failed'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
    ['key (number)=((514) 555-0123) exists', 'key (number)=…) exists'],
    ['said “Bonjour” to «Marie» and "Jean"', 'said … to … and …'],
    ["can't parse 'Marie'", "can't parse …"],
    [
        'data value too large: Marie (max length=40) and data value too large: Jean',
        'data value too large: … (max length=40) and data value too large: …'
    ],
    ["No such column 'Quo_Key__c'", "No such column 'Quo_Key__c'"]
] as const)
    test(`"${said}" is kept as "${kept}"`, () => assert.equal(redact(said), kept));

test('wherever they stand, no number, no email, no quoted value and no secret is kept', () => {
    const digits = fc.stringMatching(/^[2-9]\d{2}[ .-]?[2-9]\d{2}[ .-]?\d{4}$/);
    const secret = fc.stringMatching(/^[a-z][A-Za-z0-9]{40}$/);
    const word = fc.stringMatching(/^[a-z]{8}$/);
    const around = fc.lorem();
    fc.assert(
        fc.property(around, digits, fc.emailAddress(), secret, word, around, (a, number, email, token, quoted, b) => {
            const kept = redact(`${a} (+1 ${number}) ${email} ${token} "z${quoted}z" ${b}`);
            for (const one of [number, email, token, `z${quoted}z`]) assert.ok(!kept.includes(one), kept);
        })
    );
});

/** What made expressions scan to the end again and again. */
const HOSTILE = {
    'an address without its query': 'http://',
    'a quotation that is never closed': '“',
    'a French quotation that is never closed': '«',
    'an apostrophe': " '",
    'a bracket before a number': '(',
    'a number that never ends': '1 (',
    'a word without an address': 'a',
    'an address upon another': '@/',
    'a password without a host': '://',
    'a value that is too large': 'data value too large: ',
    'white space': ' ',
    'a token upon another': 'a-'
};

/** Processor time of this process alone, so that a busy machine changes nothing; the least of a few tries. */
function costOf(message: string): number {
    const tries = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        redact(message);
        const { user, system } = process.cpuUsage(before);
        return user + system;
    });
    return Math.min(...tries);
}

for (const [what, part] of Object.entries(HOSTILE))
    test(`a message costs in proportion to its length: ${what}`, () => {
        const [short, long] = [20_000, 320_000].map((length) => part.repeat(length / part.length));
        assert.ok(short !== undefined && long !== undefined);
        redact(short);
        // Sixteen times as long: in proportion 16 times the time, with the square of it 256 times.
        const floor = 1_000;
        assert.ok(costOf(long) < 80 * Math.max(floor, costOf(short)));
    });
