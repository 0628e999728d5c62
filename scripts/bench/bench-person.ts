import type { Person } from '../../connector/src/domain/people/person.ts';

export function numberOf(n: number): string {
    return `+1514${String(2_000_000 + n)}`;
}

/** The `n`th person of a made-up directory. */
export function personOf(n: number, changes: Partial<Person> = {}): Person {
    return {
        id: `0035g0000${String(n).padStart(6, '0')}AAA`,
        object: 'Contact',
        name: `Ana Roy${n}`,
        firstName: 'Ana',
        lastName: `Roy${n}`,
        email: `ana${n}@example.com`,
        company: `Company ${n % 500}`,
        ownerName: 'Luc Bouchard',
        numbers: [{ e164: numberOf(n), field: 'MobilePhone' }],
        ...changes
    };
}
