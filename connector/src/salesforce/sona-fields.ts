import { z } from 'zod';
import type { FieldShapes } from '../domain/records/field-shape.ts';
import { describedField, shapeOf } from './described-field.ts';
import type { NameInOrg } from './namespace.ts';
import { isOurs } from './namespace.ts';
import type { Session } from './rest/session.ts';
import { readAnswer } from './rest/unreadable.ts';

const Described = z.object({ fields: z.array(describedField) });

/**
 * What the fields of the Sona record can hold, by describe: one API call.
 *
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readSonaFields(session: Session, name: NameInOrg): Promise<FieldShapes> {
    const path = `/sobjects/${name('Sona_Call__c')}/describe`;
    const { fields } = readAnswer(Described, await session.request({ method: 'GET', path: `${session.root}${path}` }));
    return Object.fromEntries(fields.map((field) => [ourName(field.name, name).toLowerCase(), shapeOf(field)]));
}

/** Preferences name the package's own fields without its prefix. */
function ourName(called: string, name: NameInOrg): string {
    const bare = called.replace(/^[A-Za-z]\w*?__(?=\w+__c$)/, '');
    return isOurs(bare) && name(bare) === called ? bare : called;
}
