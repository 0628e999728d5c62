import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { standsIn } from '../../src/domain/records/description/merge-text.ts';
import { pieces } from '../../src/domain/records/description/pieces.ts';
import { cut } from '../../src/domain/records/fields.ts';
import { formatNumber } from '../../src/phone/format.ts';
import { readNumbers } from '../../src/phone/read-several.ts';
import { readNumber } from '../../src/phone/read.ts';
import { vanityDigits } from '../../src/phone/vanity.ts';
import { QuoError } from '../../src/quo/quo-error.ts';
import { localPath } from '../../src/web/auth/local-path.ts';

type Reads = (text: string) => unknown;

const SOURCE = new URL('../../src/', import.meta.url);
const MEBIBYTE = 1_048_576;
/** What backtracking expressions stumble over, said again and again. */
const REPEATED = ['a', ' ', '1', '1 ', '1 x', '#', '(+', '@', 'a@', '\n', "'", '://', 'http://a', '_'];
/** Less than this is measured too coarsely, in milliseconds. */
const MEASURABLE = 20;
/** Of one doubling: linear is 2, quadratic 4. */
const MOST_A_DOUBLING = 3;

/** Where texts of others are read; elsewhere a text may be a path or a key, and something would be done with it. */
const READERS = /^(?:domain|phone|quo|salesforce|web|locales|redact)\b/;

/** Every exported function of one text; one that refuses the text has read it too. */
async function functionsOfAText(): Promise<ReadonlyMap<string, Reads>> {
    const found = new Map<string, Reads>();
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
        (file) => file.endsWith('.ts') && READERS.test(file)
    );
    for (const file of files) {
        const names = [
            ...readFileSync(new URL(file, SOURCE), 'utf8').matchAll(/^export function (\w+)\(\w+: string\): /gm)
        ].map(([, name = '']) => name);
        if (names.length === 0) continue;
        const exports = (await import(new URL(file, SOURCE).href)) as Readonly<Record<string, Reads>>;
        for (const name of names) found.set(`${file} ${name}`, exports[name] as Reads);
    }
    return found;
}

/** Those of a text and something else. */
const OTHERS: readonly (readonly [string, Reads])[] = [
    ['readNumber', (text) => readNumber(text, 'CA')],
    ['readNumbers', (text) => readNumbers(text, ['CA', 'MX'])],
    ['vanityDigits', (text) => vanityDigits(text, true)],
    ['formatNumber', (text) => formatNumber(text, 'CA')],
    ['cut', (text) => cut(text, Math.floor(text.length / 2))],
    ['pieces', (text) => pieces(text, 32_000)],
    ['standsIn', (text) => standsIn(text.slice(0, 100), text)],
    ['QuoError', (text) => new QuoError('GET /calls', 400, { message: text })],
    ['localPath', (text) => localPath(`/${text}`)]
];

/** Of this process, in milliseconds: what else the machine is at does not count. */
function processorTime(reads: Reads, text: string): number {
    const before = process.cpuUsage();
    try {
        reads(text);
    } catch {
        // It refuses such a text.
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
}

const best = (reads: Reads, text: string): number => Math.min(...[1, 2, 3].map(() => processorTime(reads, text)));

/** True when two doublings one after the other take more than their share. Ends early: a quadratic one would take minutes. */
function growsFaster(reads: Reads, said: (length: number) => string): boolean {
    let strikes = 0;
    for (let length = MEBIBYTE / 64; length < MEBIBYTE; length *= 2) {
        if (processorTime(reads, said(2 * length)) < MEASURABLE) continue;
        const [once, twice] = [best(reads, said(length)), best(reads, said(2 * length))];
        strikes = twice >= MEASURABLE && twice > MOST_A_DOUBLING * once ? strikes + 1 : 0;
        if (strikes === 2) return true;
    }
    return false;
}

function stumbles(reads: Reads): string | undefined {
    for (const part of REPEATED) {
        const said = (length: number): string => `${part.repeat(Math.ceil(length / part.length))}!`;
        // What is fast at the full length needs no closer look; what is slow long before is not run at it at once.
        const isFast = processorTime(reads, said(MEBIBYTE / 32)) < MEASURABLE;
        if (isFast && processorTime(reads, said(MEBIBYTE)) < 8 * MEASURABLE) continue;
        if (growsFaster(reads, said)) return JSON.stringify(`${part}…!`);
    }
    return undefined;
}

test('no function that reads a text takes more than in proportion to its length, up to a mebibyte', async () => {
    const functions = [...(await functionsOfAText()), ...OTHERS];
    assert.ok(functions.length > 50, `${functions.length} functions: too few to prove anything`);
    const slow = functions.flatMap(([name, reads]) => {
        const text = stumbles(reads);
        return text === undefined ? [] : [`${name}: ${text}`];
    });
    assert.deepEqual(slow, []);
});

test('what takes the square of the length is found', () => {
    const quadratic: Reads = (text) => {
        let steps = 0;
        for (let from = 0; from < text.length; from += 16) steps += text.slice(from).search('never');
        return steps;
    };
    assert.ok(growsFaster(quadratic, (length) => 'a'.repeat(length)));
});
