import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Person = z.strictObject({
    number: z.string(),
    /**
     * `contact`: one Salesforce contact has the number; `lead`: one lead; `unknown`: nobody. These stand in for one
     * another when a day repeats a scenario; `special` ones never do.
     */
    kind: z.enum(['contact', 'lead', 'unknown', 'special']),
    /** The reference name in `org.json`, where it is one record. */
    record: z.string().nullable()
});

const People = z.record(z.string(), Person);

type Person = z.infer<typeof Person>;
export type People = z.infer<typeof People>;

/** Everybody who calls or is called that day, by name, with the number that Quo sees. */
export function loadPeople(): People {
    return People.parse(JSON.parse(readFileSync(new URL('people.json', import.meta.url), 'utf8')));
}
