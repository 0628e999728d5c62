import { objectOf } from '../domain/objects/catalogue.ts';
import { NO_LEAD } from '../domain/people/matching.ts';
import type { Person } from '../domain/people/person.ts';
import { LEAD } from '../domain/records/names.ts';
import type { Choice, DirectoryStore } from '../contracts/store.ts';

type Moved = Awaited<ReturnType<DirectoryStore['apply']>>['moved'][number];

/**
 * Remembers whose number it was when somebody leaves the directory. Of merged people and converted leads the numbers go
 * on to who stands for them, also where that record holds another number; a lead that was made for a number and that
 * somebody deleted is not made again. What a person chose for a number stays, and so does who has it.
 *
 * @param leaving who was there before, by id
 */
export async function carryOverNumbers(
    directory: DirectoryStore,
    connection: string,
    leaving: ReadonlyMap<string, Person>,
    moved: readonly Moved[]
): Promise<void> {
    const left = moved.flatMap(({ from, to }) => {
        const person = leaving.get(from);
        return person?.id === from ? choicesFor(person, to) : [];
    });
    if (left.length === 0) return;
    const numbers = left.map(({ number }) => number);
    const [known, people] = await Promise.all([
        directory.choices(connection, numbers),
        directory.lookup(connection, numbers)
    ]);
    const isOpen = ({ number }: Choice): boolean => !known.has(number) && (people.get(number)?.length ?? 0) === 0;
    await directory.choose(connection, left.filter(isOpen));
}

function choicesFor({ object, name, numbers }: Person, to: string | undefined): readonly Choice[] {
    if (to === undefined)
        return numbers.flatMap(({ e164, field }) => (field === LEAD.phone ? [{ number: e164, record: NO_LEAD }] : []));
    const by = object === 'Lead' && objectOf(to) !== 'Lead' ? 'conversion' : 'merge';
    return numbers.map(({ e164 }) => ({ number: e164, record: to, by, was: name }));
}
