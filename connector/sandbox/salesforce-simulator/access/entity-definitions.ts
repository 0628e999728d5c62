import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { sharingModelOf } from './sharing-models.ts';

/** The object whose rows are the org's objects: of them, what Setup says of their sharing. */
export const ENTITY_DEFINITION = 'EntityDefinition';

/** One row for each object that has organization-wide defaults (Object Reference, EntityDefinition). */
export function entityDefinitionRows(state: OrgState): Row[] {
    return [...state.schema.objects].flatMap((object) => {
        const model = sharingModelOf(state, object);
        const row = { Id: object.name, QualifiedApiName: object.name, InternalSharingModel: model };
        return model === undefined ? [] : [row];
    });
}
