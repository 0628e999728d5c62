import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CodedError } from '../../src/errors/errors.ts';
import { errorData, jsonLog } from '../../src/log.ts';
import { answeredCall, bench } from '../pipeline/pipeline-harness.ts';

const digits = fc.stringMatching(/^[2-9]\d{9}$/);
const word = fc.stringMatching(/^[A-ZÀ-Ý][a-zà-ÿ]{6,12}$/);
const token = fc.stringMatching(/^[A-Za-z0-9_-]{32,64}$/);

/** As libraries and platforms put what they were given into their messages. */
const MESSAGES: readonly ((told: Told) => string)[] = [
    ({ number }) => `invalid number +1${number}`,
    ({ number }) => `invalid number ${number}x12`,
    ({ number }) =>
        `duplicate value found: Phone duplicates value (${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
    ({ name }) => `Unexpected token 'B', "Bonjour ${name}"... is not valid JSON`,
    ({ name }) => `invalid input syntax for type timestamp: "${name}"`,
    ({ name, number }) => `cannot parse '${name} ${number}' of the body`,
    ({ name }) => `no mailbox ${name.normalize('NFD').replace(/\W/g, '')}@example.com`,
    ({ token: secret }) => `request to https://login.salesforce.com/services?token=${secret} failed`,
    ({ token: secret }) => `INVALID_SESSION: Bearer ${secret}`,
    ({ token: secret }) => `connect postgres://connector:${secret}@db.example.com:5432/connector`
];

interface Told {
    readonly number: string;
    readonly name: string;
    readonly token: string;
}

const told: fc.Arbitrary<Told> = fc.record({ number: digits, name: word, token });

function leaksOf({ number, name, token: secret }: Told, log: string): readonly string[] {
    const written = [number, `${number.slice(3, 6)}-${number.slice(6)}`, name, secret];
    return written.filter((one) => log.includes(one));
}

test('whatever an error repeats of what it was given, the log does not', () => {
    fc.assert(
        fc.property(told, fc.constantFrom(...MESSAGES), (given, messageOf) => {
            const lines: string[] = [];
            const log = jsonLog('debug', (line) => void lines.push(line));
            const message = messageOf(given);
            log.warn('failed', errorData(new Error(message)));
            log.warn('failed', errorData(new CodedError('WEB-TROUBLE', message)));
            log.warn('failed', errorData({ message }));
            assert.deepEqual(leaksOf(given, lines.join('')), [], message);
        })
    );
});

test('what engineers need stays: codes, ids, addresses of machines, times', () => {
    for (const message of [
        'connect ECONNREFUSED 127.0.0.1:5432',
        'call_AC0123456789abcdef was claimed',
        'QUO-SERVER: recording → 503',
        'no answer in 15000 ms',
        'row 00T000000000123AAA is locked',
        'row 003000000000001AAA is locked',
        'the certificate ended on 2026-11-23T03:59:53.288Z'
    ])
        assert.equal(errorData(new Error(message)).error, `Error: ${message}`);
});

test('while calls of anybody fail in the middle of everything, the log tells nothing of them', async () => {
    const lines: string[] = [];
    const it = await bench();
    const context = Object.assign(it.context, { log: jsonLog('debug', (line) => void lines.push(line)) });
    assert.equal(context, it.context);
    const write = it.org.write.bind(it.org);
    let n = 0;
    await fc.assert(
        fc.asyncProperty(told, fc.constantFrom(...MESSAGES), async (given, messageOf) => {
            it.org.write = () => Promise.reject(new Error(messageOf(given)));
            await it.tell(...answeredCall(`AC${(n += 1)}`, `+1${given.number}`));
            await it.flush();
            it.org.write = write;
            assert.deepEqual(leaksOf(given, lines.join('')), []);
        }),
        { numRuns: 20 }
    );
    assert.ok(lines.length >= 20, 'something was logged');
});
