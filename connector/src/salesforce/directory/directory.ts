import type { Person } from '../../domain/people/person.ts';
import type { DirectoryChange } from '../../pipeline/ports/store.ts';
import type { NameInOrg } from '../namespace.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { readChanges, type Reading } from './changes.ts';
import { findByNumbers } from './find.ts';
import { newOverlap } from './overlap.ts';
import { readSchema, type DirectorySchema } from './schema.ts';

export interface OrgDirectory {
    changes(
        highWater: Readonly<Record<string, string>>,
        onPage: (change: DirectoryChange) => Promise<void>
    ): Promise<void>;
    findByNumbers(numbers: readonly string[]): Promise<readonly Person[]>;
}

/**
 * The org's people and opportunities. What the org has is described once, and again when a query meets a field that is
 * no longer there.
 */
export function openDirectory(
    session: Session,
    phoneFields: Readonly<Record<string, readonly string[]>>,
    reading: Reading,
    name: NameInOrg
): OrgDirectory {
    const overlap = newOverlap();
    let described: Promise<DirectorySchema> | undefined;
    const schema = (): Promise<DirectorySchema> => {
        described ??= readSchema(session, phoneFields, name).catch((error: unknown) => {
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
        changes: (highWater, onPage) =>
            withSchema((known) => readChanges(session, known, highWater, reading, overlap, onPage)),
        findByNumbers: async (numbers) =>
            numbers.length === 0 ? [] : withSchema((known) => findByNumbers(session, known, numbers, reading))
    };
}
