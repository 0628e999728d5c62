import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { habitsSchema, type Habits } from './habits.ts';

const fileSchema = z.union([habitsSchema.transform((habits) => [habits]), z.array(habitsSchema)]);
const REAL_ORGS = new URL('../orgs/real-orgs.json', import.meta.url);

/** The habits of 46 orgs, counted in metadata that is public. */
export function realOrgs(): Habits[] {
    return parseHabits(readFileSync(REAL_ORGS, 'utf8'), 'real-orgs.json');
}

/**
 * The habits of one org.
 *
 * @param place a file that holds them, or `FILE#NAME` for one of several
 * @throws {Error} saying what is wrong with the file, or which orgs are in it
 */
export function readHabits(place: string): Habits {
    const [file = '', name] = place.split('#');
    const orgs = parseHabits(readFileSync(file, 'utf8'), file);
    const [only, ...others] = name === undefined ? orgs : orgs.filter(({ org }) => org === name);
    if (only && others.length === 0) return only;
    const names = orgs.map(({ org }) => org).join(', ');
    throw new Error(`Which org of ${file}? Name one of them, as ${file}#NAME: ${names}.`);
}

function parseHabits(text: string, file: string): Habits[] {
    const read = fileSchema.safeParse(JSON.parse(text));
    if (!read.success) throw new Error(`${file} does not hold an org's habits:\n${z.prettifyError(read.error)}`);
    return read.data;
}
