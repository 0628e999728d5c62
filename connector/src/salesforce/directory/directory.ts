import type { Person, PersonObject } from '../../domain/people/person.ts';
import type { DirectoryChange } from '../../contracts/store.ts';
import type { NameInOrg } from '../namespace.ts';
import type { WriteAlong } from '../rest/composite.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { readChanges, type Reading } from './changes.ts';
import { findByNumbers } from './find.ts';
import { newOverlap } from './overlap.ts';
import { readChangesAgain } from './read-again.ts';
import { readStanding } from './standing.ts';
import { readSchema, type DirectorySchema, type DirectoryWishes } from './schema.ts';

export interface OrgDirectory {
    changes(
        highWater: Readonly<Record<string, string>>,
        onPage: (change: DirectoryChange) => Promise<void>,
        along?: WriteAlong
    ): Promise<void>;
    findByNumbers(numbers: readonly string[]): Promise<readonly Person[]>;
    standing(ids: readonly string[]): Promise<DirectoryChange>;
    /** Phone fields that no WHERE may name, as `Contact.Phone`. */
    fieldsNotFiltered(): Promise<readonly string[]>;
    /** Fields of the filter that none of these objects has, or that cannot be filtered by. */
    unknownFilterFields(objects: readonly PersonObject[]): Promise<readonly string[]>;
}

/**
 * The org's people, and the open records that they are on. What the org has is described once, and again when a query meets a field that is
 * no longer there.
 */
export function openDirectory(
    session: Session,
    wishes: DirectoryWishes,
    reading: Reading,
    name: NameInOrg
): OrgDirectory {
    const overlap = newOverlap();
    let described: Promise<DirectorySchema> | undefined;
    const schema = (): Promise<DirectorySchema> => {
        described ??= readSchema(session, wishes, name).catch((error: unknown) => {
            described = undefined;
            throw error;
        });
        return described;
    };
    const withSchema = async <T>(use: (schema: DirectorySchema) => Promise<T>): Promise<T> => {
        try {
            return await use(await schema());
        } catch (error) {
            if (!(error instanceof Refusal) || !/^INVALID_(FIELD|TYPE)$/.test(error.first.code)) throw error;
            described = undefined;
            return use(await schema());
        }
    };
    return {
        changes: (highWater, onPage, along) =>
            withSchema((known) => {
                let next = along;
                return readChangesAgain(known, highWater, onPage, (marks, told) => {
                    const once = next;
                    next = undefined;
                    return readChanges(session, known, marks, reading, overlap, told, once);
                });
            }),
        findByNumbers: async (numbers) =>
            numbers.length === 0 ? [] : withSchema((known) => findByNumbers(session, known, numbers, reading)),
        standing: (ids) => withSchema((known) => readStanding(session, known, ids, reading)),
        fieldsNotFiltered: async () => notFiltered(await schema()),
        unknownFilterFields: async (objects) => {
            if (wishes.filterFields.length === 0) return [];
            const { people } = await schema();
            const columns = people
                .filter(({ object }) => objects.includes(object))
                .flatMap(({ filterFields }) => filterFields.map(({ column }) => column.toLowerCase()));
            const unknown = wishes.filterFields.filter((field) => !columns.includes(field.toLowerCase()));
            // Somebody may give us access any moment.
            if (unknown.length > 0) described = undefined;
            return unknown;
        }
    };
}

function notFiltered({ people }: DirectorySchema): readonly string[] {
    return people.flatMap(({ object, unfilterable }) => unfilterable.map(({ name }) => `${object}.${name}`));
}
