import { readdirSync, readFileSync } from 'node:fs';
import type { Fact, Reading } from '../../../src/domain/facts.ts';
import { read } from '../../../src/quo/payloads/read.ts';

const FOLDER = new URL('../../fixtures/quo/', import.meta.url);

export const fixtureNames = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));

/** A delivery's body, as Quo would send it. */
export function fixture(name: string): Record<string, unknown> & { data: Record<string, Record<string, unknown>> } {
    return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as ReturnType<typeof fixture>;
}

export function readJson(json: unknown): Reading {
    return read(new TextEncoder().encode(JSON.stringify(json)));
}

/** The facts of a fixture; anything else fails the test that asks. */
export function factsOf(json: unknown): readonly Fact[] {
    const reading = readJson(json);
    if (reading.kind !== 'facts') throw new Error(`expected facts, got ${reading.kind}: ${reading.why}`);
    return reading.facts;
}

export function factOf<K extends Fact['kind']>(json: unknown, kind: K): Extract<Fact, { kind: K }> | undefined {
    return factsOf(json).find((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
